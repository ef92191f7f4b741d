// segment_store.h: the index of all papers, in segments of consecutive ones.
//
// Papers are collected in a builder and become a segment when somebody searches or the builder is full.
// Segments of similar size are merged, since each has its own copy of the common terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/digest/paper.h"
#include "core/index/segment.h"
#include "core/index/segment_builder.h"
#include "core/library/works.h"
#include "core/match/ranking.h"

namespace broadsheet {

// The index of consecutive papers, of one digest or several.
struct IndexedPapers {
  Segment segment;
  PaperOrdinal first_paper = 0;
};

// Consecutive papers, half-open.
struct PaperRange {
  PaperOrdinal begin;
  PaperOrdinal end;
};

class SegmentStore {
 public:
  const std::vector<IndexedPapers>& segments() const { return segments_; }
  const LibraryStatistics& statistics() const { return statistics_; }  // of these segments
  // Changes whenever the segments do: what is derived from them is of this edition.
  uint64_t edition() const { return edition_; }

  // Papers in segments; then also those that wait for the next one.
  uint32_t sealed_count() const {
    return segments_.empty() ? 0 : segments_.back().first_paper + segments_.back().segment.paper_count();
  }
  uint32_t paper_count() const { return sealed_count() + builder_.paper_count(); }

  // Adds the next paper; it waits. Cost: O(text of the paper), amortized.
  void add(const Paper& paper) { builder_.add(paper); }
  void drop_waiting() { builder_ = SegmentBuilder(); }
  // Makes a segment of the papers that wait if they are enough for one. Cost: O(their postings) if so.
  void seal_if_full() {
    if (builder_.full()) commit();
  }
  // Makes a segment of the papers that wait, and merges small ones. Cost: O(their postings), amortized.
  void commit();
  // The same, and merges the many segments that append() may have left. Cost: O(postings of these segments).
  void tidy();
  // Adds segments of the next papers. Requires: no paper waits. Cost: O(segments), amortized.
  void append(std::vector<Segment> segments);
  // Keeps only the papers whose bit is set. Requires: no paper waits. Cost: O(postings) of the segments that
  // lose papers.
  void keep(const std::vector<bool>& stays);
  // Puts the papers into the order of these ranges, which hold each paper once. Requires: no paper waits.
  // Cost: O(postings) of the segments that are taken apart, once for each of their pieces.
  void arrange(const std::vector<PaperRange>& papers);

 private:
  // Segments are of one tier if their sizes differ by less than a factor of kMergeWidth; kMergeWidth of them
  // at the end, of one tier or below, are merged. This keeps segments few and copies a posting once per tier.
  // Segments of kFullSegmentBytes are left alone. When libraries of one digest arrive by the hundred, merging
  // waits for kMergeWidthOfAppended segments or enough bytes to fill one: postings are copied twice, not five
  // times.
  static constexpr size_t kMergeWidth = 3;
  static constexpr size_t kMergeWidthOfAppended = 24;
  static constexpr size_t kSmallestTierBytes = size_t{64} << 10;
  static constexpr size_t kFullSegmentBytes = size_t{16} << 20;

  void push(Segment segment);
  void clear();
  void merge_small(size_t width);

  std::vector<IndexedPapers> segments_;
  LibraryStatistics statistics_;
  uint64_t edition_ = 0;
  SegmentBuilder builder_;  // of the papers that wait
};

}  // namespace broadsheet
