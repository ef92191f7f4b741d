// facet_counter.h: counts the works of a result by category, day and author.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/library/facet_filter.h"

namespace broadsheet {

class FacetCounter {
 public:
  explicit FacetCounter(const FacetColumns& columns) : columns_(columns) {}

  enum class Authors : uint8_t { kFrequent, kAll };
  // Before each search. Where only frequent authors are counted, as is worth while for many papers, take()
  // may find that others belong into the list too.
  void reset(Authors authors);

  // A work that appears once. Cost: O(its authors).
  void count(PaperOrdinal paper, const Passes& passes);
  // A work with several appearances that match: add() each, then end_work(). A value counts once.
  void add(PaperOrdinal paper, const Passes& passes);
  void end_work();

  // The counts; nothing if authors that were not counted may be among the first kMaxAuthors. Requires: all
  // authors were counted, if some are chosen. Cost: O(distinct authors of the result + categories + days).
  std::optional<FacetCounts> take(const Selection& chosen_authors);

 private:
  void count_author(FacetId author) {
    if (only_frequent_ && !columns_.is_frequent_author(author)) return;
    if (author_counts_[author]++ == 0) counted_authors_.push_back(author);
  }
  std::vector<FacetCount> take_authors(const Selection& chosen);

  const FacetColumns& columns_;
  FacetCounts counts_;
  bool only_frequent_ = false;
  std::vector<uint32_t> author_counts_;   // of each author; zero between searches
  std::vector<FacetId> counted_authors_;  // whose count is not zero
  // Of the work at hand.
  std::vector<FacetId> categories_;
  std::vector<FacetId> days_;
  std::vector<FacetId> authors_;
  std::span<const FacetId> last_authors_;
  bool without_summary_ = false;
};

}  // namespace broadsheet
