// explain.h: how a hit's score is composed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/match/expansion.h"
#include "core/match/proximity.h"
#include "core/search/result_set.h"

namespace broadsheet {

// An indexed word in one field.
struct WordExplanation {
  std::string word;
  MatchKind kind;
  SearchField field;
  uint32_t frequency;
  float weighted;  // kind weight · field weight · frequency
};

struct TermExplanation {
  std::string term;
  uint64_t document_frequency;
  float idf;
  float weighted;  // sum over the words
  float norm;      // the paper's, or kSaturation for a term searched in lists
  float score;     // idf · saturate(weighted, norm)
  std::vector<WordExplanation> words;
};

struct Explanation {
  float length;       // of the paper, in terms
  float mean_length;  // of all papers
  float norm;         // length_norm()
  std::vector<TermExplanation> terms;
  Proximity proximity;  // zero for hits after the first kReorderedHits
  std::string shared;   // what the best hits share (feedback.h), as most papers write it: "draft, decoding"
  float feedback;       // what that added
  float score;          // of the hit: the terms' scores plus proximity and feedback
};

// Requires: results.by_score(), `rank` < results.total(). Cost: O(postings of the query's terms in the
// paper's segment).
Explanation explain(const Library& library, ResultSet& results, uint32_t rank);

}  // namespace broadsheet
