// trends.h: what a library has more of than before: papers a day, terms that rise and fall, authors that are
// new.
//
// Two windows of equal length are compared, the last `days` before the newest day and as many before these.
// The works of a term in both are compared by Dunning's log-likelihood ratio (log_likelihood.h), which small
// numbers cannot fool: five works where none were is no news among thousands. Only what is above
// kLeastSurprise (of pairs of ideographs, kLeastSurpriseOfPair) is told, and of that what changed at least by
// kLeastChange. A term counts among the works that have a text in its script: that half of the digests have
// no Chinese summaries is no news of its words. A pair of ideographs is told as the word that it is a part of
// (whole_words.h). Phrases are compared likewise, in titles alone (title_phrases.h). A word of which
// kPhraseShare of the titles have it as part of one such phrase is left to the phrase, as is a phrase to a
// longer one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/learned/forward_index.h"
#include "core/library/library.h"

namespace broadsheet {

// As surprising as one in 1,000 terms of which nothing changed, and as one in 10,000 pairs of ideographs:
// there are more of these to be fooled by, as each word has several.
inline constexpr double kLeastSurprise = 10.83;
inline constexpr double kLeastSurpriseOfPair = 15.14;
// Of the shares of the works in both windows, with one more work in each.
inline constexpr double kLeastChange = 1.5;
inline constexpr double kPhraseShare = 0.5;
// An author is new with so many works in the new window and none before.
inline constexpr uint32_t kWorksOfNewAuthor = 2;
inline constexpr uint32_t kMostWindowDays = 366;

struct TrendDay {
  std::string day;
  uint32_t works = 0;
  std::vector<uint32_t> of_categories = {};  // one per Trends::categories
};

struct TermTrend {
  std::string text;        // as most papers write it, folded: a query for it finds these works
  bool is_phrase = false;  // counted in titles alone
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
// O(works + terms and titles of the works in both windows + texts of kTextsOfWord works for each of `most` +
// authors of all works).
Trends trends_of(const Library& library, const ForwardIndex& index, uint32_t days, size_t most);

}  // namespace broadsheet
