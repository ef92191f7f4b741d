#include "core/index/sorted_texts.h"

#include <algorithm>
#include <string>

namespace broadsheet {

SortedTexts::SortedTexts(std::span<const uint32_t> offsets, const char* bytes)
    : offsets_(offsets), bytes_(bytes) {
  samples_.reserve(size() / kSampleStep + 1);
  for (uint32_t i = 0; i < size(); i += kSampleStep) samples_.push_back(leading_bytes((*this)[i]));
}

uint64_t SortedTexts::leading_bytes_of(uint32_t i) const {
  const uint32_t begin = offsets_[i];
  const uint32_t size = offsets_[i + 1] - begin;
  uint64_t number;
  if (begin + sizeof number > offsets_.back()) return leading_bytes((*this)[i]);
  std::memcpy(&number, bytes_ + begin, sizeof number);
  const uint64_t shown = __builtin_bswap64(number);
  return size < sizeof number ? shown >> 8 * (sizeof number - size) << 8 * (sizeof number - size) : shown;
}

uint32_t SortedTexts::lower_bound(std::string_view text) const {
  const uint64_t leading = leading_bytes(text);
  const auto [first, last] = std::equal_range(samples_.begin(), samples_.end(), leading);
  const auto sample_before = static_cast<uint32_t>(first - samples_.begin());
  uint32_t low = sample_before == 0 ? 0 : (sample_before - 1) * kSampleStep;
  uint32_t high = std::min(size(), static_cast<uint32_t>(last - samples_.begin()) * kSampleStep);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    const uint64_t other = leading_bytes_of(middle);
    if (other == leading ? (*this)[middle] < text : other < leading) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::pair<uint32_t, uint32_t> SortedTexts::with_prefix(std::string_view prefix) const {
  const uint32_t first = lower_bound(prefix);
  // No UTF-8 text contains 0xFF, so this sorts after every text with the prefix and before all that follow.
  return {first, std::max(first, lower_bound(std::string(prefix) + '\xFF'))};
}

}  // namespace broadsheet
