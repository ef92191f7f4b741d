// term_frequencies.h: how often papers of a segment have a word, by field.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/index/fields.h"
#include "core/index/segment.h"
#include "core/query/query.h"

namespace broadsheet {

// What one hit in a field counts for, >= 0.
struct FieldFactors {
  float title;
  float tldr;
  float abstract;
  float others = 0;  // that count for a paper's length

  constexpr float of(SearchField field) const {
    return field == SearchField::kTitle      ? title
           : field == SearchField::kTldr     ? tldr
           : field == SearchField::kAbstract ? abstract
           : counts_for_length(field)        ? others
                                             : 0;
  }
};

class TermFrequencies {
 public:
  // The segment must outlive this. Cost: O(papers + occurrences of the segment).
  TermFrequencies(const Segment& segment, const FieldFactors& factors)
      : segment_(segment),
        factors_(factors),
        of_occurrence_(segment.occurrences().size(), -1.0f),
        in_paper_(segment.paper_count(), 0.0f) {}

  // Looks a word up, in place of the last one. Cost: O(log terms + postings).
  void find(const QueryTerm& term);

  // The papers that have the word in a field that counts, each once.
  std::span<const uint32_t> papers() const { return papers_; }
  // Σ over fields  factor · frequency; 0 where the paper does not have the word.
  float operator[](uint32_t paper) const { return in_paper_[paper]; }

 private:
  float weight_of(OccurrenceId id);

  const Segment& segment_;
  FieldFactors factors_;
  std::vector<float> of_occurrence_;  // negative: not yet computed
  std::vector<float> in_paper_;
  std::vector<uint32_t> papers_;
};

}  // namespace broadsheet
