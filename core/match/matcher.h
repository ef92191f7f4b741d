// matcher.h: which papers of one segment satisfy a query. scorer.h says how well.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bits.h"
#include "core/base/ranked_bits.h"
#include "core/index/paper_source.h"
#include "core/index/segment.h"
#include "core/match/expansion.h"
#include "core/query/query.h"

namespace broadsheet {

// A term of the query in one segment.
struct TermMatches {
  std::vector<Expansion> expansions;
  FieldMask fields;
  uint32_t document_frequency = 0;  // papers that hold any of the expansions in any of the fields
};

struct SegmentMatches {
  RankedBits papers;                // papers that satisfy the query
  std::vector<TermMatches> scored;  // one per scored term (scored_terms.h)
};

class Matcher {
 public:
  // `first_paper` is the ordinal of the segment's first paper in the source. Cost: O(postings of all
  // expansions); for clauses that need reading (text_check.h), also the text of the papers that hold all
  // their words and satisfy the other clauses.
  SegmentMatches match(const Segment& segment, uint32_t first_paper, const PaperSource& source,
                       const Query& query);

 private:
  struct Place {
    uint32_t first_paper;
    const PaperSource& source;
    const Query& query;
  };
  // Keeps in `papers` only those that hold the term.
  TermMatches match_term(const Segment& segment, const QueryTerm& term, FieldMask fields, Bits& papers);
  // Keeps in `papers` only those that satisfy the node.
  void narrow(const QueryNode& node, const Place& place, Bits& papers);

  std::vector<Bits> holds_terms_;  // scratch: for each clause, the papers that hold all its terms
  Bits holds_term_;                // scratch
  Bits papers_;                    // scratch
};

}  // namespace broadsheet
