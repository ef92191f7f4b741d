// explain.h: how a hit's score came about, in the numbers that made it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/library/result_set.h"
#include "core/search/expansion.h"
#include "core/search/proximity.h"

namespace broadsheet {

// A word of the index in one field.
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
  float weighted;  // sum of the words'
  float norm;      // that of the paper, or kSaturation for a term of lists
  float score;     // idf · saturate(weighted, norm)
  std::vector<WordExplanation> words;
};

struct Explanation {
  float length;       // of the paper, in terms
  float mean_length;  // of all papers
  float norm;         // length_norm()
  std::vector<TermExplanation> terms;
  Proximity proximity;  // zero for hits behind the first kReorderedHits
  float score;          // of the hit: the sum of the terms' and the proximity
};

// Requires: results.by_score(), `rank` < results.total(). Cost: O(postings of the query's terms in the
// paper's segment).
Explanation explain(const Library& library, ResultSet& results, uint32_t rank);

}  // namespace broadsheet
