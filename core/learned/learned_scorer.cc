#include "core/learned/learned_scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/match/expansion.h"
#include "core/match/ranking.h"

namespace broadsheet {
namespace {

constexpr float kTitleWeight = 2;
constexpr float kTldrWeight = 2;

float weight_of(const Occurrence& occurrence) {
  float weight = 0;
  for (size_t i = 0; i < kSearchFieldCount; ++i) {
    const auto field = static_cast<SearchField>(i);
    if (!counts_for_length(field)) continue;
    const float each = field == SearchField::kTitle  ? kTitleWeight
                       : field == SearchField::kTldr ? kTldrWeight
                                                     : 1;
    weight += each * static_cast<float>(occurrence.frequencies[i]);
  }
  return weight;
}

}  // namespace

std::vector<float> score_learned(const Library& library, const ForwardIndex& index,
                                 std::span<const LearnedWord> words) {
  std::vector<float> scores(library.paper_count(), 0.0f);
  std::array<float, 256> norms;
  const float mean = library.statistics().mean_length();
  for (size_t code = 0; code < norms.size(); ++code) {
    const float length = length_of_code(static_cast<uint8_t>(code));
    norms[code] =
        kLearnedSaturation * (1 - kLearnedLengthNormalization + kLearnedLengthNormalization * length / mean);
  }
  for (const IndexedPapers& each : library.segments()) {
    std::vector<float> weights;
    weights.reserve(each.segment.occurrences().size());
    for (const CountedOccurrence& counted : each.segment.occurrences())
      weights.push_back(weight_of(counted.occurrence));
    std::vector<float> in_paper(each.segment.paper_count(), 0.0f);
    std::vector<uint32_t> touched;
    for (const LearnedWord& word : words) {
      const QueryTerm term{.text = std::string(index.written(word.term)),
                           .stem = std::string(index.stem(word.term))};
      for (const Expansion& expansion : expand(each.segment, term)) {
        each.segment.postings(expansion.term).for_each([&](uint32_t paper, OccurrenceId id) {
          if (weights[id] == 0) return;
          if (in_paper[paper] == 0) touched.push_back(paper);
          in_paper[paper] += weights[id];
        });
      }
      const float most =
          word.weight * (kLearnedSaturation + 1) *
          std::sqrt(inverse_document_frequency(index.row_count(), index.document_frequency(word.term)));
      for (const uint32_t paper : touched) {
        const float weight = std::exchange(in_paper[paper], 0.0f);
        scores[each.first_paper + paper] +=
            most * weight / (norms[each.segment.length_codes()[paper]] + weight);
      }
      touched.clear();
    }
  }
  return scores;
}

}  // namespace broadsheet
