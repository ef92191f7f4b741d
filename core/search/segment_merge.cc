#include <algorithm>
#include <optional>

#include "core/search/segment_builder.h"
#include "core/search/segment_writer.h"

namespace broadsheet {
namespace {

struct Source {
  const Segment* segment;
  uint32_t first_paper;              // in the merged segment
  std::vector<OccurrenceId> places;  // of its occurrences, in the merged list
  TermId next = 0;
  bool at_end() const { return next == segment->term_count(); }
  std::string_view term() const { return segment->term(next); }
};

// The smallest term that any source has next.
std::optional<std::string_view> smallest(const std::vector<Source>& sources) {
  std::optional<std::string_view> least;
  for (const Source& source : sources) {
    if (!source.at_end() && (!least || source.term() < *least)) least = source.term();
  }
  return least;
}

}  // namespace

Segment merge(std::span<const Segment* const> segments) {
  std::vector<Source> sources;
  OccurrenceTable table;
  std::vector<uint8_t> lengths;
  uint64_t total_length = 0;
  for (const Segment* segment : segments) {
    Source source{segment, static_cast<uint32_t>(lengths.size()), {}};
    for (const CountedOccurrence& each : segment->occurrences())
      source.places.push_back(table.intern(each.occurrence, each.count));
    sources.push_back(std::move(source));
    lengths.insert(lengths.end(), segment->length_codes().begin(), segment->length_codes().end());
    total_length += segment->total_length();
  }
  std::vector<OccurrenceId> places;
  const std::vector<CountedOccurrence> occurrences = sorted_by_count(table, places);
  for (Source& source : sources) {
    for (OccurrenceId& place : source.places) place = places[place];
  }
  SegmentWriter writer(static_cast<uint32_t>(lengths.size()));
  std::vector<Posting> postings;
  while (const auto term = smallest(sources)) {
    postings.clear();
    for (Source& source : sources) {
      if (source.at_end() || source.term() != *term) continue;
      source.segment->postings(source.next++).for_each([&](uint32_t paper, OccurrenceId id) {
        postings.push_back({source.first_paper + paper, source.places[id]});
      });
    }
    writer.add_term(*term, postings);
  }
  return writer.finish(lengths, total_length, occurrences);
}

}  // namespace broadsheet
