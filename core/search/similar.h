// similar.h: the papers most similar to a given one.
#pragma once

#include <cstdint>
#include <vector>

#include "core/library/library.h"

namespace broadsheet {

struct SimilarPaper {
  PaperOrdinal paper;
  float score;
};

// At most `count` other works, the most similar first, each by its best appearance. Similar papers share the
// terms that distinguish this paper: those of its title and summary with the highest weights by inverse
// document frequency, compared in the vector space with the saturation of ranking.h.
std::vector<SimilarPaper> similar_papers(const Library& library, PaperOrdinal ordinal, size_t count);

// How many terms of the paper are compared. More find nothing closer: the rest occur in every paper.
inline constexpr size_t kSimilarTerms = 40;

}  // namespace broadsheet
