// learned_scorer.h: how well papers match words that were learned, by weight.
//
//   score(paper) = Σ over words  weight · √idf · w · (k₁ + 1) / (k₁ · (1 − b + b · length / mean length) + w)
//   w            = Σ over the words of the stem  2 · in the title + 2 · in the TL;DR + in the other texts
//
// BM25F as in core/match/ranking.h, with k₁ = 1.2 and b = 0.5 and with the field weights with which learning
// was measured (docs/learned.md): a title is a third of what is said here, not nearly all of it, since a
// learned word is rarely the one that the title has.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/learned/association.h"
#include "core/learned/forward_index.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr float kLearnedSaturation = 1.2f;
inline constexpr float kLearnedLengthNormalization = 0.5f;

// A score for each paper of the library, 0 for those without any of the words. Cost: O(papers + postings of
// the words).
std::vector<float> score_learned(const Library& library, const ForwardIndex& index,
                                 std::span<const LearnedWord> words);

}  // namespace broadsheet
