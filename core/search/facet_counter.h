// facet_counter.h: counts the works of a result by the values of each facet.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/bits.h"
#include "core/search/author_counter.h"
#include "core/search/facet_counts.h"
#include "core/search/facet_filter.h"

namespace broadsheet {

class FacetCounter {
 public:
  explicit FacetCounter(const Library& library) : library_(library), columns_(library.facets()) {}

  // Call it before each search, which finds at most `most` works.
  void reset(size_t most);

  // Counts a work that appears once. Cost: O(1).
  void count(PaperOrdinal paper, Failed failed);
  // Counts a work with several appearances that match: add() each, then end_work(). Each value counts once.
  void add(PaperOrdinal paper, Failed failed);
  void end_work(WorkId work);
  // Counts a work that would be found if those that were read were not hidden.
  void count_hidden_as_read(WorkId work) { works_.hidden_as_read.set(work); }

  // Cost: as AuthorCounter::finish(), and O(sets * works / 64).
  FacetCounts finish(const Selection& chosen_authors);
  // The most frequent of these authors, instead of finish(). Cost: as AuthorCounter::finish_among().
  std::vector<FacetCount> finish_authors(const std::vector<bool>& wanted) {
    return authors_.finish_among(wanted);
  }

 private:
  using TraitCounts = std::array<uint32_t, PaperTraits::kKinds>;

  void count_day(FacetId day, WorkId work) {
    ++counts_.days[day];
    if (has_read_ && read_->contains(work)) ++counts_.read_days[day];
  }
  void count_for(Facet facet, PaperOrdinal paper, WorkId work);
  Bits& works_failing(Facet set_facet);
  void sum_traits();
  void count_sets();

  const Library& library_;
  const FacetColumns& columns_;
  FacetCounts counts_;
  AuthorCounter authors_;
  // By PaperTraits::number(), of works that appear once: those that pass all, and those that fail only the
  // facet. Their sums by language and so on are made at the end.
  TraitCounts traits_ = {};
  std::array<TraitCounts, kFacets> traits_failing_ = {};
  const WorkSet* read_ = nullptr;
  bool has_read_ = false;
  bool has_sets_ = false;
  struct {
    Bits passing;
    // Those that fail only the facet of sets; empty if there are none.
    std::array<Bits, kFacets> failing;
    Bits hidden_as_read;
  } works_;
  // Of the current work.
  std::vector<FacetId> categories_of_work_;
  std::vector<FacetId> days_of_work_;
  std::array<bool, kLanguageCodes.size()> languages_of_work_ = {};
  bool with_code_ = false;
  bool without_summary_ = false;
};

}  // namespace broadsheet
