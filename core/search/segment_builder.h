// segment_builder.h: collects papers, then seals them into a Segment.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/digest/paper.h"
#include "core/search/segment.h"
#include "core/search/term_table.h"

namespace broadsheet {

class SegmentBuilder {
 public:
  // A builder that is full has collected enough for one segment: what it keeps while it collects is several
  // times what the segment will be.
  bool full() const { return posting_terms_.size() >= kMostPostings; }

  // Cost: O(text of the paper).
  void add(const Paper& paper);
  uint32_t paper_count() const { return static_cast<uint32_t>(paper_ends_.size()); }

  // Forgets the papers behind the first `count`. Cost: O(1).
  void truncate(uint32_t count);

  // The builder is empty afterwards. Cost: O(postings + terms log terms).
  Segment seal();

 private:
  // Some 3,000 papers. Three times as many make a table of terms that no cache holds, and memory that is
  // never given back.
  static constexpr size_t kMostPostings = size_t{1} << 20;

  OccurrenceId occurrence_id(const Occurrence& occurrence);

  TermTable terms_;
  OccurrenceTable occurrences_;
  // Postings in the order of papers.
  std::vector<uint32_t> posting_terms_;
  std::vector<OccurrenceId> posting_occurrences_;
  std::vector<uint32_t> paper_ends_;  // of each paper, the number of postings up to its end
  std::vector<uint32_t> lengths_;     // of each paper, in terms

  // Scratch: the terms of the paper at hand, and where each occurs. A small table that stays in the cache:
  // half of all words are repeated within their paper, and never reach the large one.
  TermTable terms_of_paper_;
  std::vector<Occurrence> of_paper_;
  // The occurrences seen last, by a few bits of their hash: most are a few common ones.
  struct Recent {
    Occurrence occurrence;
    OccurrenceId id = 0;
  };
  std::array<Recent, 1024> recent_{};
};

// One segment of the papers of all, in their order. Cost: O(postings + terms * segments).
Segment merge(std::span<const Segment* const> segments);

// The segment without those papers whose bit in `stays` is not set; there is a bit for each. Cost:
// O(postings).
Segment without_papers(const Segment& segment, const std::vector<bool>& stays);

}  // namespace broadsheet
