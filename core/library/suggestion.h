// suggestion.h: a query that finds little or nothing, spelt as the library's papers spell it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/library/searcher.h"

namespace broadsheet {

enum class Suggested : uint8_t {
  kNothing,
  kOffered,   // it finds many more papers; the results are those of the query as it was typed
  kIncluded,  // its papers fill the query better: the results are those of both
  kInstead,   // nothing was found: the results are its alone
};

struct Answer {
  ResultSet results;
  Suggested suggested = Suggested::kNothing;
  std::string suggestion = {};          // the query respelt, or empty
  std::string as_typed = {};            // kIncluded: a query that finds what was typed and nothing else
  std::vector<QueryIssue> issues = {};  // of the query as it was typed
};

// Searches; where the query finds at most kFewPapers, looks for spellings of its words that the library has.
// Cost: that of a search, and of a few dozen where little is found.
Answer answer(Library& library, Searcher& searcher, const SearchRequest& request);

inline constexpr uint32_t kFewPapers = 3;

}  // namespace broadsheet
