#include "core/search/facet_counter.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

void FacetCounter::reset(size_t most) {
  counts_ = {};
  counts_.categories.assign(columns_.categories().size(), 0);
  counts_.days.assign(columns_.days().size(), 0);
  counts_.read_days.assign(columns_.days().size(), 0);
  counts_.sets.assign(library_.sets().size(), 0);
  authors_.reset(columns_.author_ranks(), most);
  traits_ = {};
  traits_failing_ = {};
  read_ = library_.find_set("is:read");
  has_read_ = read_ != nullptr && !read_->empty();
  has_sets_ = !library_.sets().empty();
  if (!has_sets_) return;
  works_.passing.assign(library_.works().count());
  works_.hidden_as_read.assign(library_.works().count());
  for (Bits& works : works_.failing) works.assign(0);
}

Bits& FacetCounter::works_failing(Facet set_facet) {
  Bits& works = works_.failing[static_cast<size_t>(set_facet)];
  if (works.size() == 0) works.assign(library_.works().count());
  return works;
}

void FacetCounter::count(PaperOrdinal paper, Failed failed) {
  if (failed.none()) {
    const FacetId category = columns_.category_of(paper);
    if (category != kNoFacet) ++counts_.categories[category];
    const FacetId day = columns_.day_of(paper);
    ++counts_.days[day];
    authors_.add(paper);
    ++traits_[columns_.traits_of(paper).number()];
    if (!has_sets_) return;
    const WorkId work = library_.works().work_of(paper);
    works_.passing.set(work);
    if (has_read_ && read_->contains(work)) ++counts_.read_days[day];
    return;
  }
  if (const auto only = failed.only()) count_for(*only, paper, library_.works().work_of(paper));
}

void FacetCounter::count_for(Facet facet, PaperOrdinal paper, WorkId work) {
  switch (facet) {
    case Facet::kCategory:
      if (const FacetId category = columns_.category_of(paper); category != kNoFacet)
        ++counts_.categories[category];
      return;
    case Facet::kDay:
      count_day(columns_.day_of(paper), work);
      return;
    case Facet::kAuthor:
      authors_.add(paper);
      return;
    case Facet::kLanguage:
    case Facet::kCode:
    case Facet::kSummary:
      ++traits_failing_[static_cast<size_t>(facet)][columns_.traits_of(paper).number()];
      return;
    case Facet::kRead:
    case Facet::kStarred:
    case Facet::kNoted:
    case Facet::kTag:
    case Facet::kCollection:
    case Facet::kForYou:
    case Facet::kOtherSet:
      works_failing(facet).set(work);
      return;
  }
}

void FacetCounter::add(PaperOrdinal paper, Failed failed) {
  const auto only = failed.only();
  const auto counts_for = [&](Facet facet) { return failed.none() || only == facet; };
  const PaperTraits traits = columns_.traits_of(paper);
  if (const FacetId category = columns_.category_of(paper);
      counts_for(Facet::kCategory) && category != kNoFacet)
    categories_of_work_.push_back(category);
  if (counts_for(Facet::kDay)) days_of_work_.push_back(columns_.day_of(paper));
  if (counts_for(Facet::kAuthor)) authors_.add_appearance(paper);
  if (counts_for(Facet::kLanguage)) languages_of_work_[static_cast<size_t>(traits.language())] = true;
  with_code_ = with_code_ || (counts_for(Facet::kCode) && traits.has_code());
  without_summary_ = without_summary_ || (counts_for(Facet::kSummary) && !traits.has_summary());
  if (!has_sets_) return;
  const WorkId work = library_.works().work_of(paper);
  if (failed.none()) {
    works_.passing.set(work);
  } else if (only && *only >= Facet::kRead) {
    works_failing(*only).set(work);
  }
}

void FacetCounter::end_work(WorkId work) {
  const auto each_once = [](std::vector<FacetId>& values, auto&& count) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const FacetId value : values) count(value);
    values.clear();
  };
  each_once(categories_of_work_, [&](FacetId id) { ++counts_.categories[id]; });
  each_once(days_of_work_, [&](FacetId id) { count_day(id, work); });
  authors_.end_work();
  for (size_t i = 0; i < languages_of_work_.size(); ++i)
    counts_.languages[i] += languages_of_work_[i] ? 1 : 0;
  counts_.with_code += with_code_ ? 1 : 0;
  counts_.without_summary += without_summary_ ? 1 : 0;
  languages_of_work_ = {};
  with_code_ = without_summary_ = false;
}

void FacetCounter::sum_traits() {
  const auto failing = [&](Facet facet, size_t kind) {
    return traits_failing_[static_cast<size_t>(facet)][kind];
  };
  for (size_t kind = 0; kind < PaperTraits::kKinds; ++kind) {
    const PaperTraits traits(kind);
    counts_.languages[static_cast<size_t>(traits.language())] +=
        traits_[kind] + failing(Facet::kLanguage, kind);
    if (traits.has_code()) counts_.with_code += traits_[kind] + failing(Facet::kCode, kind);
    if (!traits.has_summary()) counts_.without_summary += traits_[kind] + failing(Facet::kSummary, kind);
  }
}

void FacetCounter::count_sets() {
  const auto& sets = library_.sets();
  // Of one facet, all sets count the same works.
  std::array<Bits, kFacets>& failing = works_.failing;
  for (size_t facet = static_cast<size_t>(Facet::kRead); facet < kFacets; ++facet) {
    if (failing[facet].size() > 0) failing[facet] |= works_.passing;
  }
  for (uint32_t i = 0; i < sets.size(); ++i) {
    const Bits& own = failing[static_cast<size_t>(facet_of_set(sets[i].name))];
    counts_.sets[i] = sets[i].works->count_in(own.size() > 0 ? own : works_.passing);
    if (sets[i].works == read_) counts_.sets[i] += static_cast<uint32_t>(works_.hidden_as_read.count());
  }
}

FacetCounts FacetCounter::finish(const Selection& chosen_authors) {
  counts_.authors = authors_.finish(chosen_authors);
  sum_traits();
  if (has_sets_) count_sets();
  return std::move(counts_);
}

}  // namespace broadsheet
