#include "core/index/sorted_texts.h"

#include <algorithm>
#include <string>

namespace broadsheet {

SortedTexts::SortedTexts(std::span<const uint32_t> offsets, const char* bytes)
    : offsets_(offsets), bytes_(bytes) {
  samples_.reserve(size() / kSampleStep + 1);
  for (uint32_t i = 0; i < size(); i += kSampleStep) samples_.push_back(leading_bytes((*this)[i]));
}

uint32_t SortedTexts::lower_bound(std::string_view text) const {
  const auto [first, last] = std::equal_range(samples_.begin(), samples_.end(), leading_bytes(text));
  const auto sample_before = static_cast<uint32_t>(first - samples_.begin());
  uint32_t low = sample_before == 0 ? 0 : (sample_before - 1) * kSampleStep;
  uint32_t high = std::min(size(), static_cast<uint32_t>(last - samples_.begin()) * kSampleStep);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if ((*this)[middle] < text) {
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
