// matcher.h: which papers of one segment satisfy a query, and how strongly each of its terms occurs there.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bits.h"
#include "core/digest/paper.h"
#include "core/search/paper_facts.h"
#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"

namespace broadsheet {

struct Expansion {
  TermId term;
  MatchKind kind;
};

// The terms of the segment that stand for a term of the query, each once. Cost: O(log terms + result); for a
// misspelt word some 70 look-ups for each of its letters.
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

// A segment and what it is the index of: papers[i] and facts[i] are of its paper i.
struct MatchSource {
  const Segment& segment;
  std::span<const Paper> papers;
  std::span<const PaperFacts> facts;
  // Whether paper i is in the set of that name.
  std::function<bool(const std::string& name, uint32_t paper)> is_in_set;
};

class Matcher {
 public:
  // Cost: O(postings of all expansions + papers * terms), and for clauses that need reading (text_check.h)
  // the text of the papers that hold all their words and satisfy what stands beside them.
  SegmentMatches match(const MatchSource& source, const Query& query, const FieldAverages& averages);

 private:
  void add_term(const Segment& segment, const QueryTerm& term, FieldMask fields,
                const FieldAverages& averages, float* weights);
  void index_clauses(const MatchSource& source, const Query& query, const FieldAverages& averages,
                     SegmentMatches& matches);
  // Those of `candidates` that satisfy the node.
  Bits evaluate(const QueryNode& node, const MatchSource& source, const Query& query, const Bits& candidates);

  std::vector<float> weights_;     // scratch: term by term, paper by paper
  std::vector<Bits> holds_terms_;  // scratch: of each clause, the papers that hold all its terms
};

}  // namespace broadsheet
