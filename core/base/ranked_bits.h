// ranked_bits.h: a set of small numbers whose members are numbered from 0, ascending.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bits.h"

namespace broadsheet {

class RankedBits {
 public:
  RankedBits() = default;
  // Requires: fewer than 2^32 numbers. Cost: O(size / 64 + members).
  explicit RankedBits(const Bits& bits)
      : words_(bits.words().begin(), bits.words().end()), before_(words_.size()) {
    for (size_t i = 0; i < words_.size(); ++i) {
      before_[i] = size_;
      size_ += static_cast<uint32_t>(std::popcount(words_[i]));
    }
    members_.resize(size_ + kAtOnce);
    for (size_t i = 0; i < words_.size(); ++i) {
      // Writing kAtOnce members takes no longer than one; surplus ones land where nothing is written yet.
      uint32_t* member = members_.data() + before_[i];
      for (uint64_t word = words_[i]; word != 0;) {
        for (uint32_t k = 0; k < kAtOnce; ++k, word &= word - 1)
          *member++ = static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(word));
      }
    }
  }

  uint32_t size() const { return size_; }
  bool test(size_t number) const { return (words_[number / 64] >> number % 64 & 1) != 0; }
  // How many members are less than `number`; for a member, its place.
  uint32_t rank(size_t number) const {
    const uint64_t below = (uint64_t{1} << number % 64) - 1;
    return before_[number / 64] + static_cast<uint32_t>(std::popcount(words_[number / 64] & below));
  }
  // As in Bits.
  std::span<const uint64_t> words() const { return words_; }
  // Ascending.
  std::span<const uint32_t> members() const { return std::span(members_).first(size_); }

 private:
  static constexpr uint32_t kAtOnce = 4;

  std::vector<uint64_t> words_;
  std::vector<uint32_t> before_;   // for each word, the members in the words before it
  std::vector<uint32_t> members_;  // and room after them
  uint32_t size_ = 0;
};

}  // namespace broadsheet
