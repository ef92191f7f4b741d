// explain.h: how a hit's score came about, in the numbers that made it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/library/result_set.h"

namespace broadsheet {

struct FieldExplanation {
  std::string word;  // as it stands in the index
  MatchKind kind;
  SearchField field;
  uint32_t frequency;
  uint32_t length;  // of the field in this paper, in terms
  float mean_length;
  float weighted;  // kind weight · weighted_frequency()
};

struct TermExplanation {
  std::string term;
  uint64_t document_frequency;
  float idf;
  float weighted;  // sum of the fields'
  float score;     // idf · saturate(weighted)
  std::vector<FieldExplanation> fields;
};

// Requires: the paper is a hit of the result set. Cost: O(postings of the query's terms in its digest).
std::vector<TermExplanation> explain(const Library& library, const ResultSet& results, PaperOrdinal paper);

}  // namespace broadsheet
