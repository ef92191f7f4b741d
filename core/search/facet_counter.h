// facet_counter.h: counts the works of a result by category, day and author.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/author_counter.h"
#include "core/search/facet_counts.h"
#include "core/search/facet_filter.h"

namespace broadsheet {

class FacetCounter {
 public:
  explicit FacetCounter(const FacetColumns& columns) : columns_(columns) {}

  // Call it before each search.
  void reset();

  // Counts a work that appears once. Cost: O(1).
  void count(PaperOrdinal paper, const Passes& passes);
  // Counts a work with several appearances that match: add() each, then end_work(). Each value counts once.
  void add(PaperOrdinal paper, const Passes& passes);
  void end_work();

  // Cost: as AuthorCounter::finish().
  FacetCounts finish(const Selection& chosen_authors);

 private:
  const FacetColumns& columns_;
  FacetCounts counts_;
  AuthorCounter authors_;
  // Of the current work.
  std::vector<FacetId> categories_;
  std::vector<FacetId> days_;
  bool without_summary_ = false;
};

}  // namespace broadsheet
