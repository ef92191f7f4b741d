// author_counter.h: the most frequent authors of a result.
#pragma once

#include <cstdint>
#include <vector>

#include "core/library/author_ranks.h"
#include "core/library/author_tally.h"
#include "core/library/facet_filter.h"

namespace broadsheet {

// Give it the works of a result, then take() the counts. Keeps its memory from one result to the next.
class AuthorCounter {
 public:
  // Of an empty result. `ranks` is asked until the next call.
  void reset(const AuthorRanks& ranks);

  // A work that appears once.
  void add(PaperOrdinal paper) { papers_.push_back(paper); }
  // A work with several appearances: add_appearance() each, then end_work(). An author counts once.
  void add_appearance(PaperOrdinal paper);
  void end_work();

  // The first kMaxAuthors by count, equal ones by rank; those that are chosen in any case. Cost: O(authors
  // of the works) where some are chosen or the works are few, else O(those of them who have the more papers
  // in the library, the more works there are).
  std::vector<FacetCount> take(const Selection& chosen);

 private:
  // Counts the authors of ranks [first, end).
  void count(AuthorRank first, AuthorRank end);
  uint32_t likely_papers_of_last() const;
  std::vector<FacetCount> best(const Selection& chosen);  // of those counted so far

  const AuthorRanks* ranks_ = nullptr;
  std::vector<PaperOrdinal> papers_;  // works that appear once
  std::vector<AuthorRank> several_;   // authors of each other work in turn, ascending, each once
  std::vector<uint32_t> ends_;        // of each such work, in several_
  AuthorTally tally_;                 // empty between results
  std::vector<uint64_t> keys_;
};

}  // namespace broadsheet
