// trends.h: what a library has more of than before: papers a day, terms that rise and fall, authors that are
// new.
//
// Two windows of equal length are compared, the last `days` before the newest day and as many before these.
// A term's works in both are compared by Dunning's log-likelihood ratio (log_likelihood.h), which small
// numbers cannot fool: five works where none were is no news among thousands. Only terms above kLeastSurprise
// are told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/learned/forward_index.h"
#include "core/library/library.h"

namespace broadsheet {

// As surprising as one in 1,000 terms of which nothing changed.
inline constexpr double kLeastSurprise = 10.83;
// An author is new with so many works in the new window and none before.
inline constexpr uint32_t kWorksOfNewAuthor = 2;
inline constexpr uint32_t kMostWindowDays = 366;

struct TrendDay {
  std::string day;
  uint32_t works = 0;
  std::vector<uint32_t> of_categories = {};  // one per Trends::categories
};

struct TermTrend {
  std::string text;  // as most papers write it, folded: a query for it finds these works
  uint32_t before = 0;
  uint32_t after = 0;                 // works in the new window
  double surprise = 0;                // G²
  std::vector<uint32_t> by_day = {};  // one per Trends::days
};

struct NewAuthor {
  std::string name;
  uint32_t works;
};

struct Trends {
  uint32_t before = 0;  // works in the old window
  uint32_t after = 0;
  std::vector<std::string> categories = {};  // primary ones, most works first
  std::vector<TrendDay> days = {};           // of both windows that have works, the oldest first
  std::vector<TermTrend> rising = {};        // the most surprising first, then by text
  std::vector<TermTrend> falling = {};
  std::vector<NewAuthor> new_authors = {};  // most works first, then by name
};

// At most `most` of each list; `days`: of a window, 1 to kMostWindowDays. Works without a date are left out.
// Works count on the day of their best appearance. Requires: `index` was made of the library as it is. Cost:
// O(works + terms of the works in both windows + authors of all works).
Trends trends_of(const Library& library, const ForwardIndex& index, uint32_t days, size_t most);

}  // namespace broadsheet
