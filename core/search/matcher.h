// matcher.h: which papers of one segment satisfy a query, and how well.
//
// Two steps, since a score needs document frequencies of all segments: match() each of them, then score().
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bits.h"
#include "core/search/expansion.h"
#include "core/search/paper_source.h"
#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"
#include "core/search/words_in_fields.h"

namespace broadsheet {

// A term of the query in one segment.
struct TermMatches {
  std::vector<Expansion> expansions;
  FieldMask fields;
  uint32_t document_frequency = 0;  // papers that hold one of the expansions in one of the fields
};

struct SegmentMatches {
  Bits papers;                      // that satisfy the query
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

// Gives each matching paper its score: scores[i] of paper i; others are left as they are. `idf`: of each
// scored term. Requires: scores.size() is the segment's paper count. Cost: O(postings + papers * terms).
class Scorer {
 public:
  void score(const Segment& segment, const SegmentMatches& matches, std::span<const float> idf,
             const LengthNorms& norms, std::span<PaperScore> scores);

 private:
  std::vector<float> weights_;  // scratch: of each paper for the term at hand, else zero
};

}  // namespace broadsheet
