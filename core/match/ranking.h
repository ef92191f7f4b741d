// ranking.h: BM25F, the score of a paper for a query.
//
// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004), in its first
// form: fields are weighted before saturation, and the length of the whole paper normalizes them, except for
// terms searched in lists (authors, ids) alone. The inverse document frequency is Lucene's, which is never
// negative:
//
//   score(paper) = Σ over terms  idf(term) · w / (kSaturation · (1 − b + b · length / mean length) + w)
//   w            = Σ over expansions  kind weight · Σ over fields  field weight · frequency
//   idf(term)    = ln(1 + (papers − df + 0.5) / (df + 0.5))
//
// A term is looked up as typed, as other words of its stem, one edit away if asked for, and as a prefix while
// typing; each kind has a weight. df counts the papers that hold any of these in the requested fields. The
// best hits are then reordered (proximity.h).
//
// One length per paper, not one per field: a posting's weight then comes from a table, and lengths take one
// byte per paper.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "core/index/fields.h"
#include "core/index/length_code.h"
#include "core/index/segment.h"

namespace broadsheet {

// How soon further hits stop counting, > 0 (BM25's k1; usually 1.2 to 2).
inline constexpr float kSaturation = 1.2f;
// How much less a hit in a long paper counts, 0 to 1 (BM25's b).
inline constexpr float kLengthNormalization = 0.4f;

enum class MatchKind : uint8_t { kExact, kStem, kTypo, kPrefix };
// Weight of a hit by how it was found, 0 to 1. With 0.8 for stems, a title with `chain` outranks the intended
// one with `chaining`: known items with an author's name lose 0.005 (docs/ranking.md).
inline constexpr std::array<float, 4> kMatchKindWeights = {1.0f, 0.35f, 0.3f, 0.25f};
constexpr float weight_of(MatchKind kind) { return kMatchKindWeights[static_cast<size_t>(kind)]; }

// What a score needs to know about the whole library.
struct LibraryStatistics {
  uint64_t papers = 0;
  uint64_t total_length = 0;  // in terms

  void add(const Segment& segment) {
    papers += segment.paper_count();
    total_length += segment.total_length();
  }
  float mean_length() const {
    return total_length == 0
               ? 1.0f
               : static_cast<float>(static_cast<double>(total_length) / static_cast<double>(papers));
  }
};

inline float inverse_document_frequency(uint64_t papers, uint64_t document_frequency) {
  const double n = static_cast<double>(papers);
  const double df = static_cast<double>(document_frequency);
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

// The part of the denominator that depends only on a paper's length.
inline float length_norm(float length, float mean_length) {
  return kSaturation * (1.0f - kLengthNormalization + kLengthNormalization * length / mean_length);
}

inline float saturate(float weighted, float norm) { return weighted / (norm + weighted); }

// length_norm of every length code.
class LengthNorms {
 public:
  // Cost: O(1) while the mean length stays as it is.
  void fit(float mean_length) {
    if (mean_length == mean_length_) return;
    mean_length_ = mean_length;
    for (size_t code = 0; code < norms_.size(); ++code)
      norms_[code] = length_norm(length_of_code(static_cast<uint8_t>(code)), mean_length);
  }
  float operator[](uint8_t length_code) const { return norms_[length_code]; }

 private:
  float mean_length_ = 0;  // of no library
  std::array<float, 256> norms_;
};

}  // namespace broadsheet
