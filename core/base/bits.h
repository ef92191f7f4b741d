// bits.h: a set of small numbers, with one bit for each possible number.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet {

// Operations on two sets require equal sizes and cost O(size / 64).
class Bits {
 public:
  Bits() = default;
  explicit Bits(size_t size, bool value = false) { assign(size, value); }

  // Starts over, reusing the memory.
  void assign(size_t size, bool value = false) {
    size_ = size;
    words_.assign((size + 63) / 64, value ? ~uint64_t{0} : 0);
    if (value && size % 64 != 0) words_.back() = (uint64_t{1} << size % 64) - 1;
  }

  size_t size() const { return size_; }
  void set(size_t i) { words_[i / 64] |= uint64_t{1} << i % 64; }
  void reset(size_t i) { words_[i / 64] &= ~(uint64_t{1} << i % 64); }
  bool test(size_t i) const { return (words_[i / 64] >> i % 64 & 1) != 0; }

  void operator&=(const Bits& other);
  void operator|=(const Bits& other);
  void operator-=(const Bits& other);

  size_t count() const;

  // Number i is bit i % 64 of word i / 64; bits past the last number are zero.
  std::span<uint64_t> words() { return words_; }
  std::span<const uint64_t> words() const { return words_; }

  // Calls visit(number) for every member, ascending.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(i * 64 + static_cast<size_t>(std::countr_zero(word)));
    }
  }

 private:
  size_t size_ = 0;
  std::vector<uint64_t> words_;
};

}  // namespace broadsheet
