#include <numeric>
#include <utility>

#include "core/index/segment_builder.h"
#include "core/index/segment_writer.h"
#include "core/index/sorted_texts.h"
#include "core/index/term_heap.h"

namespace broadsheet {
namespace {

constexpr uint32_t kDropped = 0xFFFFFFFF;

struct Source {
  const Segment* segment;
  std::vector<uint32_t> papers;      // each paper's place in the merged segment, or kDropped
  std::vector<OccurrenceId> places;  // each occurrence's place in the merged list
  size_t term_count() const { return segment->term_count(); }
  std::string_view term(uint32_t i) const { return segment->term(i); }
  uint64_t key(uint32_t i) const { return leading_bytes(segment->term(i)); }
};

// The number of terms in all remaining postings. A frequency that saturated counts as 255.
uint64_t length_of(const std::vector<Source>& sources) {
  uint64_t length = 0;
  for (const Source& source : sources) {
    std::vector<uint32_t> lengths;
    for (const CountedOccurrence& each : source.segment->occurrences())
      lengths.push_back(each.occurrence.terms());
    for (TermId term = 0; term < source.segment->term_count(); ++term) {
      source.segment->postings(term).for_each([&](uint32_t paper, OccurrenceId id) {
        if (source.papers[paper] != kDropped) length += lengths[id];
      });
    }
  }
  return length;
}

Segment write(std::vector<Source>& sources, std::span<const uint8_t> lengths, uint64_t total_length) {
  OccurrenceTable table;
  for (Source& source : sources) {
    for (const CountedOccurrence& each : source.segment->occurrences())
      source.places.push_back(table.intern(each.occurrence, each.count));
  }
  std::vector<OccurrenceId> places;
  const std::vector<CountedOccurrence> occurrences = sorted_by_count(table, places);
  for (Source& source : sources) {
    for (OccurrenceId& place : source.places) place = places[place];
  }
  SegmentWriter writer(static_cast<uint32_t>(lengths.size()));
  std::vector<Posting> postings;
  for (TermHeap<Source> heap(sources); !heap.empty();) {
    const auto first = heap.top();
    postings.clear();
    do {
      const Source& source = sources[heap.top().source];
      source.segment->postings(heap.top().term).for_each([&](uint32_t paper, OccurrenceId id) {
        if (source.papers[paper] != kDropped) postings.push_back({source.papers[paper], source.places[id]});
      });
      heap.advance();
    } while (heap.has(first));
    if (!postings.empty()) writer.add_term(heap.text_of(first), postings);
  }
  return writer.finish(lengths, total_length, occurrences);
}

}  // namespace

Segment merge(std::span<const Segment* const> segments) {
  std::vector<Source> sources;
  std::vector<uint8_t> lengths;
  uint64_t total_length = 0;
  for (const Segment* segment : segments) {
    std::vector<uint32_t> papers(segment->paper_count());
    std::iota(papers.begin(), papers.end(), static_cast<uint32_t>(lengths.size()));
    sources.push_back({segment, std::move(papers), {}});
    lengths.insert(lengths.end(), segment->length_codes().begin(), segment->length_codes().end());
    total_length += segment->total_length();
  }
  return write(sources, lengths, total_length);
}

Segment without_papers(const Segment& segment, const std::vector<bool>& stays) {
  std::vector<uint8_t> lengths;
  std::vector<uint32_t> papers(segment.paper_count(), kDropped);
  for (uint32_t paper = 0; paper < segment.paper_count(); ++paper) {
    if (!stays[paper]) continue;
    papers[paper] = static_cast<uint32_t>(lengths.size());
    lengths.push_back(segment.length_codes()[paper]);
  }
  std::vector<Source> sources;
  sources.push_back({&segment, std::move(papers), {}});
  const uint64_t total_length = length_of(sources);
  return write(sources, lengths, total_length);
}

}  // namespace broadsheet
