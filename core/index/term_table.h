// term_table.h: the distinct terms of what is being indexed, numbered in the order they appear.
//
// An open-addressing table of numbers, four bytes a slot, so that one paper's table fits the nearest cache. A
// term of at most 12 bytes, as nearly all are, is its own key; a longer one has a hash for its key, and its
// bytes are in an arena.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class TermTable {
 public:
  TermTable() : terms_(kFirstSlots / kSlotsOfTerm), slots_(kFirstSlots) {}

  // The term's number. Requires: 1 to 255 bytes, none of them 0 or 0xFF, as in folded text. Cost: O(term),
  // amortized; in a large table mostly the memory access.
  uint32_t intern(std::string_view term);
  // The same for the six bytes of a pair of ideographs: inlined, since no call is more frequent.
  uint32_t intern_pair(const char* pair) {
    uint32_t first;
    uint32_t last;
    std::memcpy(&first, pair, sizeof first);
    std::memcpy(&last, pair + 2, sizeof last);
    const Keyed key{first | uint64_t{last} << 16, 0, 6};
    return intern_short(key, first_slot(key));
  }
  // Appends the numbers that the terms of `other` have here, in order. Cost: as above, but with many memory
  // accesses under way at once.
  void intern_all(const TermTable& other, std::vector<uint32_t>& numbers);
  uint32_t size() const { return end_ - 1; }
  // Forgets all terms. Cost: O(most terms it ever held).
  void clear();

  // Valid until the next term is interned.
  std::string_view text(uint32_t number) const {
    const Keyed& term = terms_[number + 1];
    if (!term.is_long()) return {reinterpret_cast<const char*>(&term), term.value};
    return std::string_view(arena_).substr(term.value + 1, static_cast<unsigned char>(arena_[term.value]));
  }

 private:
  static constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
  static constexpr size_t kFirstSlots = size_t{1} << 10;
  static constexpr size_t kSlotsOfTerm = 4;  // at least: indexing with fuller tables took 4 % longer
  static constexpr size_t kMostShortBytes = 12;

  // A term's key and what goes with it. The key of a short term is its bytes, padded with zeros; that of a
  // long term is 0xFF and a hash.
  struct Keyed {
    uint64_t head = 0;
    uint32_t tail = 0;
    uint32_t value = 0;  // the term's size; for a long term, its place in the arena
    bool is_long() const { return (head & 0xFF) == 0xFF; }
    bool has_key_of(const Keyed& other) const { return head == other.head && tail == other.tail; }
  };
  static_assert(sizeof(Keyed) == 16);

  static uint64_t hash_of(std::string_view term);
  static Keyed key_of(std::string_view term);
  size_t first_slot(const Keyed& key) const {
    uint64_t hash = (key.head ^ uint64_t{key.tail} << 29) * kMultiplier;
    // One product leaves patterns that put pairs of ideographs in long runs of slots.
    hash = (hash ^ hash >> 32) * kMultiplier;
    return hash >> 32 & (slots_.size() - 1);
  }
  // Half of the terms are new to their paper, in no order a processor could predict. So new and known terms
  // take the same path: both are written.
  uint32_t intern_short(const Keyed& key, size_t slot) {
    for (;; slot = (slot + 1) & (slots_.size() - 1)) {
      const uint32_t taken = slots_[slot];
      const uint32_t is_new = taken == 0 ? 1 : 0;
      const uint32_t place = taken + (end_ & (0 - is_new));
      Keyed& term = terms_[place];
      const uint64_t difference = (term.head ^ key.head) | (term.tail ^ key.tail);
      if ((difference & (uint64_t{is_new} - 1)) != 0) continue;
      slots_[slot] = place;
      term = key;
      end_ += is_new;
      if (end_ == terms_.size()) grow();
      return place - 1;
    }
  }
  uint32_t intern_long(const Keyed& key, std::string_view term);
  void grow();

  std::vector<Keyed> terms_;  // at places 1 to end_; its room grows with slots_
  uint32_t end_ = 1;
  std::vector<uint32_t> slots_;  // places in terms_, 0 if free; a power of two
  std::string arena_;            // of long terms: a byte for the size, then the term
};

}  // namespace broadsheet
