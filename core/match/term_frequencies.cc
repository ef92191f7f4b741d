#include "core/match/term_frequencies.h"

#include "core/match/expansion.h"

namespace broadsheet {

float TermFrequencies::weight_of(OccurrenceId id) {
  float& weight = of_occurrence_[id];
  if (weight >= 0) return weight;
  weight = 0;
  for (size_t i = 0; i < kSearchFieldCount; ++i)
    weight +=
        factors_.of(static_cast<SearchField>(i)) * static_cast<float>(segment_.occurrence(id).frequencies[i]);
  return weight;
}

void TermFrequencies::find(const QueryTerm& term) {
  for (const uint32_t paper : papers_) in_paper_[paper] = 0;
  papers_.clear();
  for (const Expansion& expansion : expand(segment_, term)) {
    segment_.postings(expansion.term).for_each([&](uint32_t paper, OccurrenceId id) {
      const float weight = weight_of(id);
      if (weight == 0) return;
      if (in_paper_[paper] == 0) papers_.push_back(paper);
      in_paper_[paper] += weight;
    });
  }
}

}  // namespace broadsheet
