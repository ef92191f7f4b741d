// scorer.h: how well the papers of one segment satisfy a query.
//
// A score needs document frequencies of all segments: each of them is matched first (matcher.h).
#pragma once

#include <span>
#include <vector>

#include "core/search/matcher.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"
#include "core/search/words_in_fields.h"

namespace broadsheet {

// Keeps its memory from one segment to the next.
class Scorer {
 public:
  // Writes the score of each paper that matches, ascending. `idf`: of each scored term. Requires:
  // scores.size() is the count of matches.papers. Cost: O(postings + matching papers * expansions).
  void score(const Segment& segment, const SegmentMatches& matches, std::span<const float> idf,
             const LengthNorms& norms, std::span<PaperScore> scores);

 private:
  // Scratch, of each matching paper.
  std::vector<float> norms_;
  std::vector<float> weights_;  // for the term at hand, else zero
};

}  // namespace broadsheet
