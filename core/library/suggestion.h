// suggestion.h: a query that finds nothing, spelt as the library's papers spell it.
#pragma once

#include <string>

#include "core/library/searcher.h"

namespace broadsheet {

struct Answer {
  ResultSet results;
  std::string suggestion;               // the query respelt, or empty
  bool applied = false;                 // nothing was found: the results are those of the suggestion
  std::vector<QueryIssue> issues = {};  // of the query as it was typed
};

// Searches; where the query finds at most kFewPapers, looks for a spelling that finds more, and takes it
// where the query finds nothing at all. Cost: that of a search, and of a few dozen where little is found.
Answer answer(Library& library, Searcher& searcher, const SearchRequest& request);

inline constexpr uint32_t kFewPapers = 3;

}  // namespace broadsheet
