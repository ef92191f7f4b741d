// ranking.h: BM25F, the score of a paper for a query.
//
// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004), with the
// inverse document frequency of Lucene, which is never negative:
//
//   score(paper) = Σ over terms  idf(term) · w / (kSaturation + w)
//   w            = Σ over expansions and fields  kind weight · field weight · frequency / (1 − b + b · length
//   / mean length) idf(term)    = ln(1 + (papers − df + 0.5) / (df + 0.5))
//
// A term is looked up as it was typed, as other words of its stem, one edit away if that was asked
// for, and as a prefix while typing; each of these kinds has a weight. df counts the papers that hold any of
// them in the fields asked for.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "core/search/fields.h"
#include "core/search/segment.h"

namespace broadsheet {

// How soon more hits stop counting, > 0 (the k1 of BM25; its usual range is 1.2 to 2).
inline constexpr float kSaturation = 1.2f;

enum class MatchKind : uint8_t { kExact, kStem, kTypo, kPrefix };
// Weight of a hit by how it was found, 0 to 1.
inline constexpr std::array<float, 4> kMatchKindWeights = {1.0f, 0.8f, 0.5f, 0.4f};

// Mean length of each field in terms, over all papers of all segments.
class FieldAverages {
 public:
  void add(const Segment& segment) {
    for (uint32_t paper = 0; paper < segment.paper_count(); ++paper) {
      for (size_t field = 0; field < kSearchFieldCount; ++field)
        totals_[field] += segment.lengths(paper)[field];
    }
    papers_ += segment.paper_count();
  }
  uint64_t paper_count() const { return papers_; }
  float mean(size_t field) const {
    return totals_[field] == 0
               ? 1.0f
               : static_cast<float>(static_cast<double>(totals_[field]) / static_cast<double>(papers_));
  }

 private:
  std::array<uint64_t, kSearchFieldCount> totals_{};
  uint64_t papers_ = 0;
};

inline float inverse_document_frequency(uint64_t papers, uint64_t document_frequency) {
  const double n = static_cast<double>(papers);
  const double df = static_cast<double>(document_frequency);
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

// A frequency weighted by its field and by how long the field is in this paper.
inline float weighted_frequency(size_t field, float frequency, float length, float mean_length) {
  const float b = kLengthNormalization[field];
  return kFieldWeights[field] * frequency / (1.0f - b + b * length / mean_length);
}

inline float saturate(float weighted) { return weighted / (kSaturation + weighted); }

}  // namespace broadsheet
