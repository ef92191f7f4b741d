#include "core/search/segment.h"

#include <algorithm>

namespace broadsheet {

TermId Segment::lower_bound(std::string_view wanted) const {
  TermId low = 0;
  TermId high = term_count();
  while (low < high) {
    const TermId middle = low + (high - low) / 2;
    if (term(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::optional<TermId> Segment::find_term(std::string_view wanted) const {
  const TermId id = lower_bound(wanted);
  if (id < term_count() && term(id) == wanted) return id;
  return std::nullopt;
}

std::pair<TermId, TermId> Segment::terms_with_prefix(std::string_view prefix) const {
  const TermId first = lower_bound(prefix);
  // 0xFF stands in no UTF-8 text: behind every term with the prefix, before all that follow.
  return {first, std::max(first, lower_bound(std::string(prefix) + '\xFF'))};
}

size_t Segment::first_of_stem(std::string_view stem) const {
  const auto found =
      std::partition_point(stem_groups_.begin(), stem_groups_.end(), [&](const StemGroupEntry& entry) {
        return std::string_view(stem_bytes_).substr(entry.stem_offset, entry.stem_size) < stem;
      });
  return static_cast<size_t>(found - stem_groups_.begin());
}

size_t Segment::byte_count() const {
  return term_bytes_.capacity() + term_offsets_.capacity() * sizeof(uint32_t) + postings_.capacity() +
         posting_offsets_.capacity() * sizeof(uint32_t) + lengths_.capacity() * sizeof(FieldLengths) +
         stem_bytes_.capacity() + stem_groups_.capacity() * sizeof(StemGroupEntry);
}

}  // namespace broadsheet
