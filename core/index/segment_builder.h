// segment_builder.h: collects papers, then seals them into a Segment.
#pragma once

#include <cstdint>
#include <vector>

#include "core/digest/paper.h"
#include "core/index/posting_run.h"
#include "core/index/segment.h"
#include "core/index/term_table.h"

namespace broadsheet {

class SegmentBuilder {
 public:
  // Whether the builder has collected enough for one segment. Until it is sealed, it takes more memory than
  // the segment will.
  bool full() const;

  // Cost: O(text of the paper), amortized.
  void add(const Paper& paper);
  uint32_t paper_count() const { return static_cast<uint32_t>(lengths_.size()); }

  // Leaves the builder empty. Cost: O(postings + terms of all runs * log runs).
  Segment seal();

 private:
  // About 23,000 papers.
  static constexpr size_t kMostPostings = size_t{8} << 20;
  // About 5,700 papers. Twice as many take 2 % less time, but 0.18 bytes more per byte of digests.
  static constexpr size_t kRunPostings = size_t{2} << 20;

  static constexpr size_t kFirstTermsOfPaper = 512;

  uint32_t first_of_run() const {
    return runs_.empty() ? 0 : runs_.back().first_paper() + runs_.back().paper_count();
  }
  void end_run();
  void clear_run();

  std::vector<PostingRun> runs_;
  OccurrenceTable occurrences_;  // of all runs, and of the papers after them
  OccurrenceId nowhere_ = occurrences_.intern({}, 0);
  std::vector<uint32_t> lengths_;  // of each paper, in terms

  // The papers after all runs: their terms, and their postings in paper order.
  TermTable terms_;
  std::vector<uint32_t> posting_terms_;
  std::vector<OccurrenceId> posting_occurrences_;
  std::vector<uint32_t> paper_ends_;  // for each paper, the number of postings up to its end

  // Scratch: the current paper's terms, and where each occurs. A small table that stays in the cache: half of
  // all words repeat within their paper and never reach the large one.
  TermTable terms_of_paper_;
  std::vector<OccurrenceId> of_paper_;  // nowhere_ beyond its terms
};

// One segment of all their papers, in order. Cost: O(postings + terms * segments).
Segment merge(std::span<const Segment* const> segments);

// The segment without the papers whose bit in `stays` is not set. Requires: a bit for each paper.
// Cost: O(postings).
Segment without_papers(const Segment& segment, const std::vector<bool>& stays);

}  // namespace broadsheet
