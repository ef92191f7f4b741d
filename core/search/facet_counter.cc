#include "core/search/facet_counter.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

void FacetCounter::reset() {
  counts_ = {};
  counts_.categories.assign(columns_.categories().size(), 0);
  counts_.days.assign(columns_.days().size(), 0);
  authors_.reset(columns_.author_ranks());
}

void FacetCounter::count(PaperOrdinal paper, const Passes& passes) {
  const FacetId category = columns_.category_of(paper);
  if (passes.day && passes.authors && passes.summary && category != kNoFacet) ++counts_.categories[category];
  if (passes.category && passes.authors && passes.summary) ++counts_.days[columns_.day_of(paper)];
  if (passes.category && passes.day && passes.summary) authors_.add(paper);
  if (passes.category && passes.day && passes.authors && !columns_.has_summary(paper))
    ++counts_.without_summary;
}

void FacetCounter::add(PaperOrdinal paper, const Passes& passes) {
  const FacetId category = columns_.category_of(paper);
  if (passes.day && passes.authors && passes.summary && category != kNoFacet) categories_.push_back(category);
  if (passes.category && passes.authors && passes.summary) days_.push_back(columns_.day_of(paper));
  if (passes.category && passes.day && passes.summary) authors_.add_appearance(paper);
  without_summary_ =
      without_summary_ || (passes.category && passes.day && passes.authors && !columns_.has_summary(paper));
}

void FacetCounter::end_work() {
  const auto each_once = [](std::vector<FacetId>& values, auto&& count) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const FacetId value : values) count(value);
    values.clear();
  };
  each_once(categories_, [&](FacetId id) { ++counts_.categories[id]; });
  each_once(days_, [&](FacetId id) { ++counts_.days[id]; });
  authors_.end_work();
  counts_.without_summary += without_summary_ ? 1 : 0;
  without_summary_ = false;
}

FacetCounts FacetCounter::finish(const Selection& chosen_authors) {
  counts_.authors = authors_.finish(chosen_authors);
  return std::move(counts_);
}

}  // namespace broadsheet
