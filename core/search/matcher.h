// matcher.h: which papers of one segment satisfy a query, and how strongly each of its terms occurs there.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/digest/paper.h"
#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"

namespace broadsheet {

struct Expansion {
  TermId term;
  MatchKind kind;
};

// The terms of the segment that stand for a term of the query, each once. Cost: O(log terms + result).
std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term);

// Papers of one segment that match. `weights` holds, paper by paper, one weighted frequency for each scored
// term of the query (those of clauses that are not negated, in order).
struct SegmentMatches {
  std::vector<uint32_t> papers;  // ascending
  std::vector<float> weights;
  std::vector<uint32_t> document_frequencies;  // of each scored term, in this segment
};

// How many terms a query scores.
size_t scored_term_count(const Query& query);

class Matcher {
 public:
  // Requires: papers[i] is paper i of the segment. Cost: O(postings of all expansions + papers), and for
  // phrases the text of the papers that hold all their words.
  SegmentMatches match(const Segment& segment, std::span<const Paper> papers, const Query& query,
                       const FieldAverages& averages);

 private:
  void add_term(const Segment& segment, const QueryTerm& term, FieldMask fields,
                const FieldAverages& averages, float* weights);

  std::vector<float> weights_;     // scratch: term by term, paper by paper
  std::vector<uint8_t> excluded_;  // scratch: by paper
};

}  // namespace broadsheet
