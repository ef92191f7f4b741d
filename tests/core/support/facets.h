// facets.h: a result's facet counts with their names.
#pragma once

#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/search/result_set.h"

namespace broadsheet::testing {

struct NamedCount {
  std::string_view value;
  uint32_t count;
};

inline std::vector<NamedCount> category_counts(const Library& library, const ResultSet& results) {
  std::vector<NamedCount> named;
  for (FacetId id = 0; id < results.facets().categories.size(); ++id)
    named.push_back({library.facets().categories().value(id), results.facets().categories[id]});
  return named;
}

// Newest first.
inline std::vector<NamedCount> day_counts(const Library& library, const ResultSet& results) {
  std::vector<NamedCount> named;
  for (const FacetId id : library.facets().days_newest_first())
    named.push_back({library.facets().days().value(id), results.facets().days[id]});
  return named;
}

inline std::vector<NamedCount> read_day_counts(const Library& library, const ResultSet& results) {
  std::vector<NamedCount> named;
  for (FacetId id = 0; id < results.facets().read_days.size(); ++id)
    named.push_back({library.facets().days().value(id), results.facets().read_days[id]});
  return named;
}

inline std::vector<NamedCount> author_counts(const Library& library, const ResultSet& results) {
  std::vector<NamedCount> named;
  for (const FacetCount& each : results.facets().authors)
    named.push_back({library.facets().authors().value(each.value), each.count});
  return named;
}

}  // namespace broadsheet::testing
