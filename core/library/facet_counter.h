// facet_counter.h: counts the works of a result by category, day and author.
#pragma once

#include <cstdint>
#include <vector>

#include "core/library/author_counter.h"
#include "core/library/facet_filter.h"

namespace broadsheet {

class FacetCounter {
 public:
  explicit FacetCounter(const FacetColumns& columns) : columns_(columns) {}

  // Before each search.
  void reset();

  // A work that appears once. Cost: O(1).
  void count(PaperOrdinal paper, const Passes& passes);
  // A work with several appearances that match: add() each, then end_work(). A value counts once.
  void add(PaperOrdinal paper, const Passes& passes);
  void end_work();

  // Cost: that of AuthorCounter::take().
  FacetCounts take(const Selection& chosen_authors);

 private:
  const FacetColumns& columns_;
  FacetCounts counts_;
  AuthorCounter authors_;
  // Of the work at hand.
  std::vector<FacetId> categories_;
  std::vector<FacetId> days_;
  bool without_summary_ = false;
};

}  // namespace broadsheet
