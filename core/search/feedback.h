// feedback.h: what words of another script, which the best hits share, add to the scores of hits.
//
// A Chinese query says nothing about English titles and abstracts, which say most about a paper. The best
// hits tell what they call the thing (pseudo-relevance feedback: Croft, Harper: Using probabilistic models of
// document retrieval without relevance information, 1979), and of the first hits, those that call it so
// come first:
//
//   candidates  stems of another script in the title, the TL;DR or the abstract of at least two of the best
//               kFeedbackPapers hits, more than 1.5 times as often as in the library
//   kept        of these the kFeedbackWords with the highest log-likelihood ratio G² (log_likelihood.h)
//   score(hit)  Σ over the kept  G² · w / (kSaturation + w)
//   w           2 · in the title + 2 · in the TL;DR + in the abstract
//   added       kFeedbackShare · the highest score by BM25F · score(hit) / the highest such score
//
// Nothing is added where the query has words of several scripts or of an alphabet or more than
// kMostFeedbackTerms, where most of the best hits have titles in the query's own script, and where no more
// than kFeedbackPapers are found. Hits are only reordered.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/library/library.h"
#include "core/query/query.h"
#include "core/search/hit.h"

namespace broadsheet {

// Chosen on the 44 short queries of docs/learned.md, which tells what other numbers gave.
inline constexpr size_t kFeedbackPapers = 10;
inline constexpr size_t kFeedbackWords = 3;
inline constexpr float kFeedbackShare = 1;

// Of each text so many bytes are read; an abstract has a quarter of that.
inline constexpr size_t kMostFeedbackText = 8192;
// A query of more terms is taken from a text and finds it as it is.
inline constexpr size_t kMostFeedbackTerms = 4;

struct FeedbackWord {
  std::string stem;
  double surprise;  // G²
};

struct Feedback {
  std::vector<FeedbackWord> words;                    // the most surprising first
  std::vector<std::pair<PaperOrdinal, float>> added;  // to which hits, > 0

  // What was added to the paper's score.
  float of(PaperOrdinal paper) const;
};

// `text`: that the query was parsed from. `hits`: the best ones in order. `most`: the highest score by BM25F.
// Requires: a committed library. Cost: O(query); then O(kFeedbackPapers · kMostFeedbackText + postings of the
// kept words).
Feedback feedback_of(const Library& library, const Query& query, std::string_view text,
                     std::span<const Hit> hits, float most);

}  // namespace broadsheet
