#include "core/library/facet_counter.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

void FacetCounter::reset(Authors authors) {
  counts_ = {};
  only_frequent_ = authors == Authors::kFrequent;
  counts_.categories.assign(columns_.categories().size(), 0);
  counts_.days.assign(columns_.days().size(), 0);
  author_counts_.resize(columns_.authors().size(), 0);
}

void FacetCounter::count(PaperOrdinal paper, const Passes& passes) {
  const FacetId category = columns_.category_of(paper);
  if (passes.day && passes.authors && passes.summary && category != kNoFacet) ++counts_.categories[category];
  if (passes.category && passes.authors && passes.summary) ++counts_.days[columns_.day_of(paper)];
  if (passes.category && passes.day && passes.summary) {
    for (const FacetId author : columns_.authors_of(paper)) count_author(author);
  }
  if (passes.category && passes.day && passes.authors && !columns_.has_summary(paper))
    ++counts_.without_summary;
}

void FacetCounter::add(PaperOrdinal paper, const Passes& passes) {
  const FacetId category = columns_.category_of(paper);
  if (passes.day && passes.authors && passes.summary && category != kNoFacet) categories_.push_back(category);
  if (passes.category && passes.authors && passes.summary) days_.push_back(columns_.day_of(paper));
  if (passes.category && passes.day && passes.summary) {
    // Nearly always the same list again.
    const std::span<const FacetId> authors = columns_.authors_of(paper);
    if (!std::equal(authors.begin(), authors.end(), last_authors_.begin(), last_authors_.end()))
      authors_.insert(authors_.end(), authors.begin(), authors.end());
    last_authors_ = authors;
  }
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
  each_once(authors_, [&](FacetId id) { count_author(id); });
  counts_.without_summary += without_summary_ ? 1 : 0;
  without_summary_ = false;
  last_authors_ = {};
}

std::vector<FacetCount> FacetCounter::take_authors(const Selection& chosen) {
  if (chosen.active()) {
    for (FacetId id = 0; id < author_counts_.size(); ++id) {
      if (chosen.contains(id) && author_counts_[id] == 0) counted_authors_.push_back(id);
    }
  }
  const auto by_count = [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  // Chosen ones first: they must not be cut off. Their place in the list is by count like all others'.
  const auto is_kept_before = [&](const FacetCount& a, const FacetCount& b) {
    const bool a_is = chosen.contains(a.value);
    return a_is != chosen.contains(b.value) ? a_is : by_count(a, b);
  };
  // A heap of those to keep, the first to go on top: one look at each count, which is zero again afterwards.
  std::vector<FacetCount> kept;
  kept.reserve(kMaxAuthors);
  for (const FacetId id : counted_authors_) {
    const FacetCount author{id, std::exchange(author_counts_[id], 0)};
    if (kept.size() == kMaxAuthors) {
      if (!is_kept_before(author, kept.front())) continue;
      std::pop_heap(kept.begin(), kept.end(), is_kept_before);
      kept.back() = author;
    } else {
      kept.push_back(author);
    }
    std::push_heap(kept.begin(), kept.end(), is_kept_before);
  }
  std::sort(kept.begin(), kept.end(), by_count);
  counted_authors_.clear();
  return kept;
}

std::optional<FacetCounts> FacetCounter::take(const Selection& chosen_authors) {
  counts_.authors = take_authors(chosen_authors);
  // An author who was not counted has fewer papers than this.
  const bool is_complete = !only_frequent_ || (counts_.authors.size() == kMaxAuthors &&
                                               counts_.authors.back().count >= kFrequentAuthorPapers);
  if (!is_complete) return std::nullopt;
  return std::move(counts_);
}

}  // namespace broadsheet
