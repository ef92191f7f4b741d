// contents.h: the tables of contents of the newest days: one per day, even if it comes from several digests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace broadsheet {

struct CategoryContents {
  std::string_view name;
  uint32_t works = 0;               // each once, even if several digests of the day name it
  std::optional<uint32_t> claimed;  // the total in a table of contents, if it differs from what was read
};

struct DayContents {
  std::string_view day;  // as in FacetColumns::days()
  uint32_t works = 0;
  uint32_t unread = 0;                       // of these works
  std::vector<CategoryContents> categories;  // in the order of the digests
};

// Of at most `most` days, the newest first, without the works of the hidden sets. The texts live as long as
// the library's digests. Cost: O(papers + categories of all digests), plus sorting the papers of these days.
std::vector<DayContents> newest_contents(const Library& library, uint32_t most,
                                         const std::vector<std::string>& hidden_sets = {});

}  // namespace broadsheet
