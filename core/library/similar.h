// similar.h: the papers nearest to a paper.
#pragma once

#include <cstdint>
#include <vector>

#include "core/library/library.h"

namespace broadsheet {

struct SimilarPaper {
  PaperOrdinal paper;
  float score;
};

// At most `count` other works, the nearest first; of each its best appearance. Near are those that hold the
// terms that tell this paper from others: the telling ones of its title and summary, each by its inverse
// document frequency, in the vector space with the saturation of ranking.h.
// Requires: a committed library; ordinal < paper_count(). Cost: O(postings of kSimilarTerms terms).
std::vector<SimilarPaper> similar_papers(const Library& library, PaperOrdinal ordinal, size_t count);

// How many terms of the paper are compared. More find nothing nearer: the rest is what every paper has.
inline constexpr size_t kSimilarTerms = 40;

}  // namespace broadsheet
