// also_rows.h: what is shown of a work that only learned words find: its row, with the learned words marked
// apart from those of the query, and why it was found.
#pragma once

#include <string>
#include <vector>

#include "core/learned/learned.h"
#include "core/library/library.h"
#include "core/search/result_set.h"
#include "core/show/rows.h"

namespace broadsheet {

// The learned words as a query of alternatives, for a Highlighter.
Query learned_query(const ResultSet& results);

struct AlsoRow {
  Row row;                         // its marks are those of the query's own words
  std::vector<ByteRange> title;    // the learned words, where no mark is
  std::vector<ByteRange> summary;  // chosen to show them
};

// `own`, `learned`: of the results' query and of learned_query(). Cost: as make_row(), twice.
AlsoRow make_also_row(const Library& library, PaperOrdinal paper, Highlighter& own, Highlighter& learned);

// A learned word in a paper.
struct LearnedExplanation {
  std::string text;
  std::string stem;
  float weight;
  float score;                     // what it adds to the paper's; their sum is the hit's
  std::vector<PaperOrdinal> from;  // some papers that it was learned from, the newest first
};

inline constexpr size_t kMostWitnesses = 3;

// The learned words that the paper has, the highest score first. Cost: O(postings of the learned words +
// postings of the query's words for each of them).
std::vector<LearnedExplanation> explain_also(Library& library, Learned& learned, const ResultSet& results,
                                             std::string_view query_text, PaperOrdinal paper);

}  // namespace broadsheet
