// segment_builder.h: collects papers, then seals them into a Segment.
#pragma once

#include <cstdint>
#include <vector>

#include "core/digest/paper.h"
#include "core/search/posting_run.h"
#include "core/search/segment.h"
#include "core/search/term_table.h"

namespace broadsheet {

class SegmentBuilder {
 public:
  // A builder that is full has collected enough for one segment: what it keeps while it collects is larger
  // than the segment will be.
  bool full() const;

  // Cost: O(text of the paper), amortized.
  void add(const Paper& paper);
  uint32_t paper_count() const { return static_cast<uint32_t>(lengths_.size()); }

  // Forgets the papers behind the first `count`. Cost: O(runs).
  void truncate(uint32_t count);

  // The builder is empty afterwards. Cost: O(postings + terms of all runs * log runs).
  Segment seal();

 private:
  // Some 23,000 papers.
  static constexpr size_t kMostPostings = size_t{8} << 20;
  // Some 5,700 papers. Twice as many take 2 % less time, and 0.18 bytes more for a byte of digests.
  static constexpr size_t kRunPostings = size_t{2} << 20;

  static constexpr size_t kFirstTermsOfPaper = 512;

  uint32_t first_of_run() const {
    return runs_.empty() ? 0 : runs_.back().first_paper() + runs_.back().paper_count();
  }
  void end_run();
  void clear_run();

  std::vector<PostingRun> runs_;
  OccurrenceTable occurrences_;  // of all runs, and of the papers behind them
  OccurrenceId nowhere_ = occurrences_.intern({}, 0);
  std::vector<uint32_t> lengths_;  // of each paper, in terms

  // The papers behind all runs: their terms, and their postings in the order of papers.
  TermTable terms_;
  std::vector<uint32_t> posting_terms_;
  std::vector<OccurrenceId> posting_occurrences_;
  std::vector<uint32_t> paper_ends_;  // of each paper, the number of postings up to its end

  // Scratch: the terms of the paper at hand, and where each occurs. A small table that stays in the cache:
  // half of all words are repeated within their paper, and never reach the large one.
  TermTable terms_of_paper_;
  std::vector<OccurrenceId> of_paper_;  // nowhere_ behind its terms
};

// One segment of the papers of all, in their order. Cost: O(postings + terms * segments).
Segment merge(std::span<const Segment* const> segments);

// The segment without those papers whose bit in `stays` is not set; there is a bit for each. Cost:
// O(postings).
Segment without_papers(const Segment& segment, const std::vector<bool>& stays);

}  // namespace broadsheet
