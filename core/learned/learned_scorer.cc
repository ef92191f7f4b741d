#include "core/learned/learned_scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/match/ranking.h"
#include "core/match/term_frequencies.h"

namespace broadsheet {
namespace {

constexpr FieldFactors kFactors = {.title = 2, .tldr = 2, .abstract = 1, .others = 1};

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
    TermFrequencies frequencies(each.segment, kFactors);
    for (const LearnedWord& word : words) {
      frequencies.find(
          {.text = std::string(index.written(word.term)), .stem = std::string(index.stem(word.term))});
      const float most =
          word.weight * (kLearnedSaturation + 1) *
          std::sqrt(inverse_document_frequency(index.row_count(), index.document_frequency(word.term)));
      for (const uint32_t paper : frequencies.papers()) {
        const float weight = frequencies[paper];
        scores[each.first_paper + paper] +=
            most * weight / (norms[each.segment.length_codes()[paper]] + weight);
      }
    }
  }
  return scores;
}

}  // namespace broadsheet
