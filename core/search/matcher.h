// matcher.h: which papers of one segment satisfy a query. How well they do tells scorer.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bits.h"
#include "core/base/ranked_bits.h"
#include "core/search/expansion.h"
#include "core/search/paper_source.h"
#include "core/search/query.h"
#include "core/search/segment.h"

namespace broadsheet {

// A term of the query in one segment.
struct TermMatches {
  std::vector<Expansion> expansions;
  FieldMask fields;
  uint32_t document_frequency = 0;  // papers that hold one of the expansions in one of the fields
};

struct SegmentMatches {
  RankedBits papers;                // that satisfy the query
  std::vector<TermMatches> scored;  // the terms of clauses that are not negated, in order
};

// How many terms a query scores.
size_t scored_term_count(const Query& query);

class Matcher {
 public:
  // `first_paper` is the ordinal of the segment's first paper in the source.
  // Cost: O(postings of all expansions), and for clauses that need reading (text_check.h) the text of the
  // papers that hold all their words and satisfy what stands beside them.
  SegmentMatches match(const Segment& segment, uint32_t first_paper, const PaperSource& source,
                       const Query& query);

 private:
  struct Place {
    uint32_t first_paper;
    const PaperSource& source;
    const Query& query;
  };
  // Leaves of the papers those that hold the term.
  TermMatches match_term(const Segment& segment, const QueryTerm& term, FieldMask fields, Bits& papers);
  // Leaves of the papers those that satisfy the node.
  void narrow(const QueryNode& node, const Place& place, Bits& papers);

  std::vector<Bits> holds_terms_;  // scratch: of each clause, the papers that hold all its terms
  Bits holds_term_;                // scratch
};

}  // namespace broadsheet
