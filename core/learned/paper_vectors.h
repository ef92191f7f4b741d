// paper_vectors.h: works as vectors of their terms, and what the newest of them are like on average.
//
//   weight(term) = (1 + ln tf) · idf,  tf = 3 · in the title + in abstract and TL;DR
//
// divided by the vector's length: every vector has length 1, and a product of two is the cosine between them
// (Salton, Buckley: Term-weighting approaches in automatic text retrieval, 1988). The mean is that of the
// works of the last kRecentDays before the newest, or of all works if none has a date.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/learned/forward_index.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr int kRecentDays = 30;

class PaperVectors {
 public:
  // Both must outlive this, and `index` be made of the library as it is. Cost: O(terms of all works): 0.1 s
  // for 60,000.
  PaperVectors(const Library& library, const ForwardIndex& index);

  float idf(ForwardIndex::Term term) const { return idf_[term]; }
  const std::vector<float>& mean() const { return mean_; }  // by term
  // The rows of the last days are the first ones: [0, recent()).
  uint32_t recent() const { return recent_; }

  // Calls visit(term, weight) for every term of the row, ascending. Cost: O(terms of the row).
  template <typename Visit>
  void for_each(ForwardIndex::Row row, Visit&& visit) const {
    const float scale = scales_[row];
    index_->for_each(row, [&](ForwardIndex::Term term, TermCounts counts) {
      visit(term, frequency_weight(counts) * idf_[term] * scale);
    });
  }
  // 1 + ln tf.
  float frequency_weight(TermCounts counts) const {
    return frequency_weights_[size_t{kTitleCounts} * counts.title + counts.body];
  }
  static constexpr uint32_t kTitleCounts = 3;

  size_t byte_count() const {
    return (idf_.capacity() + scales_.capacity() + mean_.capacity()) * sizeof(float);
  }

 private:
  const ForwardIndex* index_;
  std::vector<float> idf_;     // by term
  std::vector<float> scales_;  // by row: 1 / length
  std::vector<float> mean_;
  uint32_t recent_ = 0;
  std::array<float, (kTitleCounts + 1) * 15 + 1> frequency_weights_{};
};

}  // namespace broadsheet
