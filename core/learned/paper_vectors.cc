#include "core/learned/paper_vectors.h"

#include <cmath>
#include <optional>

#include "core/learned/day_number.h"
#include "core/match/ranking.h"

namespace broadsheet {

PaperVectors::PaperVectors(const Library& library, const ForwardIndex& index)
    : index_(&index), scales_(index.row_count()), mean_(index.term_count(), 0.0f) {
  for (size_t tf = 1; tf < frequency_weights_.size(); ++tf)
    frequency_weights_[tf] = 1 + std::log(static_cast<float>(tf));
  idf_.reserve(index.term_count());
  for (ForwardIndex::Term term = 0; term < index.term_count(); ++term)
    idf_.push_back(inverse_document_frequency(index.row_count(), index.document_frequency(term)));
  const auto day_of = [&](ForwardIndex::Row row) {
    return day_number(library.facts(library.works().first(index.work_of(row))).date);
  };
  const std::optional<int> newest = index.row_count() > 0 ? day_of(0) : std::nullopt;
  recent_ = newest ? 0 : index.row_count();
  while (newest && recent_ < index.row_count()) {
    const std::optional<int> day = day_of(recent_);
    if (!day || *day <= *newest - kRecentDays) break;
    ++recent_;
  }
  std::vector<double> sums(index.term_count(), 0.0);
  for (ForwardIndex::Row row = 0; row < index.row_count(); ++row) {
    float squares = 0;
    index.for_each(row, [&](ForwardIndex::Term term, TermCounts counts) {
      const float weight = frequency_weight(counts) * idf_[term];
      squares += weight * weight;
    });
    scales_[row] = squares > 0 ? 1 / std::sqrt(squares) : 0;
    if (row < recent_)
      for_each(row, [&](ForwardIndex::Term term, float weight) { sums[term] += double{weight}; });
  }
  for (size_t term = 0; term < sums.size(); ++term)
    mean_[term] = recent_ > 0 ? static_cast<float>(sums[term] / recent_) : 0;
}

}  // namespace broadsheet
