// suggestion.h: respells a query that finds little or nothing with the words of the library.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/search/searcher.h"

namespace broadsheet {

enum class Suggested : uint8_t {
  kNothing,
  kOffered,   // it finds many more papers; the results are those of the query as typed
  kIncluded,  // its papers match better; the results are those of both
  kInstead,   // nothing was found; the results are those of the suggestion
};

struct Answer {
  ResultSet results;
  Suggested suggested = Suggested::kNothing;
  std::string suggestion = {};          // the respelt query, or empty
  std::string as_typed = {};            // for kIncluded: a query that finds exactly what was typed
  std::vector<QueryIssue> issues = {};  // of the query as typed
};

// Searches. If the query finds at most kFewPapers, tries spellings of its words that the library has. Cost:
// one search; a few dozen if little is found.
Answer answer(Library& library, Searcher& searcher, const SearchRequest& request);

inline constexpr uint32_t kFewPapers = 3;

}  // namespace broadsheet
