// term_table.h: the distinct terms of what is being indexed, numbered in the order in which they come.
//
// An open-addressing table of hashes over a flat array. Most terms are at most 16 bytes long and stand in
// the array itself, so that a look-up touches one slot and one entry; longer ones are in an arena too.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class TermTable {
 public:
  struct Entry {
    std::array<uint64_t, 2> head;  // the first 16 bytes, zeros behind the term's end
    uint32_t arena_offset;         // of terms longer than the head
    uint32_t size;
    uint32_t hash;
  };

  TermTable() : slots_(kFirstSlots) {}

  // The term's number. Cost: O(term), amortized; mostly that of reaching memory, if the table is large.
  uint32_t intern(std::string_view term);
  // The same for term `number` of another table.
  uint32_t intern(const TermTable& other, uint32_t number) {
    return intern(other.entries_[number], other.text(number));
  }
  uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  // Forgets all terms. Cost: O(the most terms that it ever held).
  void clear();

  // Valid until the next term is interned.
  std::string_view text(uint32_t number) const {
    const Entry& entry = entries_[number];
    if (entry.size > kHeadBytes) return std::string_view(arena_).substr(entry.arena_offset, entry.size);
    return {reinterpret_cast<const char*>(entry.head.data()), entry.size};
  }

 private:
  static constexpr size_t kFirstSlots = size_t{1} << 11;
  static constexpr size_t kHeadBytes = 16;
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;  // + 1; 0: free
  };
  uint32_t intern(const Entry& entry, std::string_view term);
  void grow();

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // a power of two, at most half full
  std::string arena_;
};

}  // namespace broadsheet
