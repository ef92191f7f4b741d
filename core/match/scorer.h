// scorer.h: scores the papers of one segment that match a query.
//
// A score needs the document frequencies of all segments, so all segments are matched first (matcher.h).
#pragma once

#include <span>
#include <vector>

#include "core/index/segment.h"
#include "core/match/matcher.h"
#include "core/match/ranking.h"
#include "core/match/words_in_fields.h"

namespace broadsheet {

// Reuses its memory from one segment to the next.
class Scorer {
 public:
  // Writes the score of each matching paper, ascending by paper. `idf`: one per scored term. Requires:
  // scores.size() == matches.papers.size(). Cost: O(postings + matching papers * expansions).
  void score(const Segment& segment, const SegmentMatches& matches, std::span<const float> idf,
             const LengthNorms& norms, std::span<PaperScore> scores);

 private:
  // Scratch, one per matching paper.
  std::vector<float> norms_;
  std::vector<float> weights_;  // for the current term, otherwise zero
};

}  // namespace broadsheet
