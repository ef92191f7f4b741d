#include "core/library/segment_store.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace broadsheet {

void SegmentStore::push(Segment segment) {
  ++edition_;
  statistics_.add(segment);
  segments_.push_back({std::move(segment), sealed_count()});
}

void SegmentStore::clear() {
  const uint64_t next = edition_ + 1;
  *this = SegmentStore();
  edition_ = next;
}

void SegmentStore::commit() {
  if (builder_.paper_count() == 0) return;
  push(builder_.seal());
  merge_small(kMergeWidth);
}

void SegmentStore::tidy() {
  commit();
  merge_small(kMergeWidth);
}

void SegmentStore::append(std::vector<Segment> segments) {
  assert(builder_.paper_count() == 0);
  for (Segment& segment : segments) push(std::move(segment));
  merge_small(kMergeWidthOfAppended);
}

void SegmentStore::keep(const std::vector<bool>& stays) {
  assert(builder_.paper_count() == 0);
  std::vector<Segment> left;
  for (IndexedPapers& each : segments_) {
    const auto first = stays.begin() + each.first_paper;
    const std::vector<bool> of_segment(first, first + each.segment.paper_count());
    const auto count = static_cast<uint32_t>(std::count(of_segment.begin(), of_segment.end(), true));
    if (count == each.segment.paper_count()) {
      left.push_back(std::move(each.segment));
    } else if (count > 0) {
      left.push_back(without_papers(each.segment, of_segment));
    }
  }
  clear();
  append(std::move(left));
}

void SegmentStore::arrange(const std::vector<PaperRange>& papers) {
  assert(builder_.paper_count() == 0);
  std::vector<Segment> arranged;
  for (const PaperRange& range : papers) {
    for (IndexedPapers& each : segments_) {
      const PaperOrdinal end_of_segment = each.first_paper + each.segment.paper_count();
      const PaperOrdinal begin = std::max(range.begin, each.first_paper);
      const PaperOrdinal end = std::min(range.end, end_of_segment);
      if (begin >= end) continue;
      if (end - begin == each.segment.paper_count()) {
        // Whole segments are in one range; this one is not asked for again.
        arranged.push_back(std::move(each.segment));
        continue;
      }
      std::vector<bool> stays(each.segment.paper_count(), false);
      const auto first = stays.begin() + (begin - each.first_paper);
      std::fill(first, first + (end - begin), true);
      arranged.push_back(without_papers(each.segment, stays));
    }
  }
  clear();
  append(std::move(arranged));
}

void SegmentStore::merge_small(size_t width) {
  const auto tier_of = [](const IndexedPapers& each) {
    int tier = 0;
    for (size_t bytes = each.segment.bytes().size(); bytes >= kSmallestTierBytes; bytes /= kMergeWidth)
      ++tier;
    return tier;
  };
  while (!segments_.empty() && segments_.back().segment.bytes().size() < kFullSegmentBytes) {
    const int tier = tier_of(segments_.back());
    const auto first = std::find_if(segments_.rbegin(), segments_.rend(), [&](const IndexedPapers& each) {
                         return tier_of(each) > tier;
                       }).base();
    std::vector<const Segment*> small;
    size_t bytes = 0;
    for (auto each = first; each != segments_.end(); ++each) {
      small.push_back(&each->segment);
      bytes += each->segment.bytes().size();
    }
    if (small.size() < kMergeWidth || (small.size() < width && bytes < kFullSegmentBytes)) return;
    ++edition_;
    IndexedPapers merged{merge(small), first->first_paper};
    segments_.erase(first, segments_.end());
    segments_.push_back(std::move(merged));
  }
}

}  // namespace broadsheet
