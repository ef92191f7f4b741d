// term_table.h: the distinct terms of what is being indexed, numbered in the order in which they come.
//
// An open-addressing table. A term of at most 12 bytes, as nearly all are, stands in its slot itself: a
// look-up touches one place in memory. Of a longer term the slot has a hash, and its bytes are in an arena.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class TermTable {
 public:
  TermTable() : slots_(kFirstSlots) {}

  // The term's number. Requires: 1 to 255 bytes, none of them 0 or 0xFF, as in folded text.
  // Cost: O(term), amortized; mostly that of reaching memory, if the table is large.
  uint32_t intern(std::string_view term);
  // Appends the numbers that the terms of `other` have here, in their order. Cost: as above, but memory is
  // asked for many of them at a time.
  void intern_all(const TermTable& other, std::vector<uint32_t>& numbers);
  uint32_t size() const { return static_cast<uint32_t>(terms_.size()); }
  // Forgets all terms. Cost: O(the most terms that it ever held).
  void clear();

  // Valid until the next term is interned.
  std::string_view text(uint32_t number) const {
    const Keyed& term = terms_[number];
    if (!term.is_long()) return {reinterpret_cast<const char*>(&term), term.value};
    return std::string_view(arena_).substr(term.value + 1, static_cast<unsigned char>(arena_[term.value]));
  }

 private:
  static constexpr size_t kFirstSlots = size_t{1} << 11;
  static constexpr size_t kMostShortBytes = 12;

  // A term's key and what goes with it. The key of a short term is its bytes, zeros behind them; that of a
  // long one is 0xFF and a hash.
  struct Keyed {
    uint64_t head = 0;  // 0: a free slot
    uint32_t tail = 0;
    uint32_t value = 0;  // in a slot the term's number; of a term its size, or its place in the arena
    bool is_long() const { return (head & 0xFF) == 0xFF; }
    bool has_key_of(const Keyed& other) const { return head == other.head && tail == other.tail; }
  };
  static_assert(sizeof(Keyed) == 16);

  static Keyed key_of(std::string_view term);
  size_t first_slot(const Keyed& key) const;
  uint32_t intern(const Keyed& key, std::string_view term);
  void grow();

  std::vector<Keyed> terms_;
  std::vector<Keyed> slots_;  // a power of two, at most half full
  std::string arena_;         // of long terms: a byte that tells the size, then the term
};

}  // namespace broadsheet
