// author_counter.h: the most frequent authors of a result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/library/author_ranks.h"
#include "core/library/works.h"
#include "core/search/author_tally.h"
#include "core/search/facet_counts.h"
#include "core/search/facet_filter.h"

namespace broadsheet {

// Add the works of a result, then finish() to have the counts. Reuses its memory from one result to the next.
class AuthorCounter {
 public:
  // Starts an empty result of at most `most` works. `ranks` must live until the next reset().
  void reset(const AuthorRanks& ranks, size_t most);

  // Adds a work that appears once.
  void add(PaperOrdinal paper) { papers_[paper_count_++] = paper; }
  // Adds a work with several appearances: add_appearance() for each, then end_work(). Each author counts
  // once.
  void add_appearance(PaperOrdinal paper);
  void end_work();

  // The kMaxAuthors most frequent authors, by count, then by rank; chosen authors are always included. Cost:
  // O(authors of the works) if any are chosen or there are few works; otherwise only authors with enough
  // papers in the library to make the list are counted, and the more works there are, the more papers that
  // takes.
  std::vector<FacetCount> finish(const Selection& chosen);
  // The same of these authors alone, one bit per author. Cost: O(authors of the works).
  std::vector<FacetCount> finish_among(const std::vector<bool>& wanted);

 private:
  // Counts the authors of ranks [first, end).
  void count(AuthorRank first, AuthorRank end);
  uint32_t likely_papers_of_last() const;
  std::vector<FacetCount> best(const Selection& chosen);  // among those counted so far
  // Leaves the best of keys_, the best first.
  void keep_best();
  std::vector<FacetCount> authors_of_keys() const;

  const AuthorRanks* ranks_ = nullptr;
  std::span<const PaperOrdinal> papers() const { return std::span(papers_).first(paper_count_); }

  std::vector<PaperOrdinal> papers_;  // works that appear once; room for as many as there may be
  size_t paper_count_ = 0;
  std::vector<AuthorRank> several_;  // the authors of each other work, ascending, without duplicates
  std::vector<uint32_t> ends_;       // where each of these works ends in several_
  AuthorTally tally_;                // empty between results
  std::vector<uint64_t> keys_;
};

}  // namespace broadsheet
