// facet_counts.h: how many works of a result each value of a facet has.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/library/facet_columns.h"

namespace broadsheet {

struct FacetCount {
  FacetId value;
  uint32_t count;
};

// Counts of works. The counts of a facet ignore its own selection, so that another value can be added to it;
// a work that appears on two days counts for both.
struct FacetCounts {
  std::vector<uint32_t> categories;  // one per FacetColumns::categories()
  std::vector<uint32_t> days;        // one per FacetColumns::days()
  std::vector<uint32_t> read_days;   // the same, of works in the set "is:read"
  // Most papers first; ties go to the author with more in the library, then to the one who appeared first. At
  // most kMaxAuthors, including all selected ones.
  std::vector<FacetCount> authors;
  std::array<uint32_t, kLanguageCodes.size()> languages = {};
  // One per set of the library, by number. Works that only "is:read" hides count as read.
  std::vector<uint32_t> sets;
  uint32_t with_code = 0;
  uint32_t without_summary = 0;
};
inline constexpr size_t kMaxAuthors = 60;

}  // namespace broadsheet
