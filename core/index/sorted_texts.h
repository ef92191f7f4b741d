// sorted_texts.h: distinct texts sorted by their bytes, found by binary search. A view.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

// The first eight bytes as a number that sorts like them.
inline uint64_t leading_bytes(std::string_view text) {
  uint64_t number = 0;
  if (text.size() >= sizeof number) {
    std::memcpy(&number, text.data(), sizeof number);
    return __builtin_bswap64(number);
  }
  for (const char byte : text) number = number << 8 | static_cast<unsigned char>(byte);
  return text.empty() ? 0 : number << (sizeof number - text.size()) * 8;
}

class SortedTexts {
 public:
  SortedTexts() = default;
  // Text i is bytes[offsets[i], offsets[i + 1]). Requires: sorted, distinct. Cost: O(texts / 16).
  SortedTexts(std::span<const uint32_t> offsets, const char* bytes);

  uint32_t size() const { return static_cast<uint32_t>(offsets_.size()) - (offsets_.empty() ? 0 : 1); }
  std::string_view operator[](uint32_t i) const {
    return {bytes_ + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }

  // The number of the first text that is not less than `text`; size() if there is none. Cost: O(log texts).
  uint32_t lower_bound(std::string_view text) const;
  // Half-open.
  std::pair<uint32_t, uint32_t> with_prefix(std::string_view prefix) const;

  size_t derived_byte_count() const { return samples_.capacity() * sizeof(uint64_t); }

 private:
  static constexpr uint32_t kSampleStep = 16;

  // leading_bytes((*this)[i]), read at once.
  uint64_t leading_bytes_of(uint32_t i) const;

  std::span<const uint32_t> offsets_;
  const char* bytes_ = nullptr;
  std::vector<uint64_t> samples_;  // leading bytes of every kSampleStep-th: keeps the search in the cache
};

}  // namespace broadsheet
