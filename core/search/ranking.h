// ranking.h: BM25F, the score of a paper for a query.
//
// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004), in its first
// form, where fields are weighted before and the paper's length counts as a whole, but not for terms that
// are looked for in lists (authors, ids) alone; with the inverse document
// frequency of Lucene, which is never negative:
//
//   score(paper) = Σ over terms  idf(term) · w / (kSaturation · (1 − b + b · length / mean length) + w)
//   w            = Σ over expansions  kind weight · Σ over fields  field weight · frequency
//   idf(term)    = ln(1 + (papers − df + 0.5) / (df + 0.5))
//
// A term is looked up as it was typed, as other words of its stem, one edit away if that was asked
// for, and as a prefix while typing; each of these kinds has a weight. df counts the papers that hold any of
// them in the fields asked for. The best hits are then put in order once more (proximity.h).
//
// One length a paper, not one a field: so a posting's weight comes from a table, and an index needs a byte a
// paper for lengths.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "core/search/fields.h"
#include "core/search/length_code.h"
#include "core/search/segment.h"

namespace broadsheet {

// How soon more hits stop counting, > 0 (the k1 of BM25; its usual range is 1.2 to 2).
inline constexpr float kSaturation = 1.2f;
// How far a hit in a long paper counts for less, 0 to 1 (the b of BM25).
inline constexpr float kLengthNormalization = 0.4f;

enum class MatchKind : uint8_t { kExact, kStem, kTypo, kPrefix };
// Weight of a hit by how it was found, 0 to 1. At 0.8 for other forms of a word, `chain` outdoes `chaining`
// in the title that is meant: the known items with an author's name lose 0.005 (docs/ranking.md).
inline constexpr std::array<float, 4> kMatchKindWeights = {1.0f, 0.35f, 0.3f, 0.25f};
constexpr float weight_of(MatchKind kind) { return kMatchKindWeights[static_cast<size_t>(kind)]; }

// What a score needs to know of all papers of the library.
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

// The denominator's share that depends on a paper's length alone.
inline float length_norm(float length, float mean_length) {
  return kSaturation * (1.0f - kLengthNormalization + kLengthNormalization * length / mean_length);
}

inline float saturate(float weighted, float norm) { return weighted / (norm + weighted); }

// length_norm of every length code.
class LengthNorms {
 public:
  explicit LengthNorms(const LibraryStatistics& statistics) {
    for (size_t code = 0; code < norms_.size(); ++code)
      norms_[code] = length_norm(length_of_code(static_cast<uint8_t>(code)), statistics.mean_length());
  }
  float operator[](uint8_t length_code) const { return norms_[length_code]; }

 private:
  std::array<float, 256> norms_;
};

}  // namespace broadsheet
