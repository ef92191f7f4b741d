#include "core/search/segment_builder.h"

#include <algorithm>
#include <numeric>

#include "core/search/length_code.h"
#include "core/search/segment_writer.h"
#include "core/search/terms.h"

namespace broadsheet {

void SegmentBuilder::add(const Paper& paper) {
  terms_of_paper_.clear();
  of_paper_.clear();
  uint32_t length = 0;
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    uint32_t count = 0;
    for_each_index_term(text, [&](std::string_view term) {
      ++count;
      const uint32_t number = terms_of_paper_.intern(term);
      if (number == of_paper_.size()) of_paper_.emplace_back();
      of_paper_[number].count_up(field);
    });
    if (counts_for_length(field)) length += count;
  });
  terms_.intern_all(terms_of_paper_, posting_terms_);
  const size_t first = posting_occurrences_.size();
  posting_occurrences_.resize(first + of_paper_.size());
  for (size_t i = 0; i < of_paper_.size(); ++i) posting_occurrences_[first + i] = occurrence_id(of_paper_[i]);
  paper_ends_.push_back(static_cast<uint32_t>(posting_terms_.size()));
  lengths_.push_back(length);
}

void SegmentBuilder::truncate(uint32_t count) {
  if (count >= paper_count()) return;
  const uint32_t postings = count == 0 ? 0 : paper_ends_[count - 1];
  posting_terms_.resize(postings);
  posting_occurrences_.resize(postings);
  paper_ends_.resize(count);
  lengths_.resize(count);
}

OccurrenceId SegmentBuilder::occurrence_id(const Occurrence& occurrence) {
  const uint64_t hash = (occurrence.head() ^ occurrence.tail() << 21) * 0x9E3779B97F4A7C15ULL;
  Recent& recent = recent_[hash >> 54];
  if (recent.occurrence == occurrence && occurrence != Occurrence{}) {
    occurrences_.count_again(recent.id);
  } else {
    recent = {occurrence, occurrences_.intern(occurrence)};
  }
  return recent.id;
}

Segment SegmentBuilder::seal() {
  struct Sortable {
    uint64_t key;  // the term's leading bytes: most comparisons end here
    uint32_t number;
  };
  std::vector<Sortable> sorted(terms_.size());
  for (uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = {leading_bytes(terms_.text(i)), i};
  std::sort(sorted.begin(), sorted.end(), [&](const Sortable& a, const Sortable& b) {
    return a.key != b.key ? a.key < b.key : terms_.text(a.number) < terms_.text(b.number);
  });

  // Postings by term: where each term's begin, then a pass over the papers.
  std::vector<uint32_t> ends(terms_.size(), 0);
  for (const uint32_t term : posting_terms_) ++ends[term];
  uint32_t end = 0;
  for (uint32_t& count : ends) {
    const uint32_t begin = end;
    end += count;
    count = begin;  // moves up to the end as postings come
  }
  std::vector<OccurrenceId> places;
  const std::vector<CountedOccurrence> occurrences = sorted_by_count(occurrences_, places);
  std::vector<Posting> postings(posting_terms_.size());
  for (uint32_t paper = 0, i = 0; paper < paper_count(); ++paper) {
    for (; i < paper_ends_[paper]; ++i) {
      postings[ends[posting_terms_[i]]++] = {paper, places[posting_occurrences_[i]]};
    }
  }

  SegmentWriter writer(paper_count());
  for (const Sortable& each : sorted) {
    const uint32_t begin = each.number == 0 ? 0 : ends[each.number - 1];
    const uint32_t count = ends[each.number] - begin;
    if (count == 0) continue;  // of a paper that was forgotten
    writer.add_term(terms_.text(each.number), std::span(postings).subspan(begin, count));
  }
  std::vector<uint8_t> codes(lengths_.size());
  std::transform(lengths_.begin(), lengths_.end(), codes.begin(), length_code);
  const uint64_t total_length = std::accumulate(lengths_.begin(), lengths_.end(), uint64_t{0});
  Segment segment = writer.finish(codes, total_length, occurrences);
  *this = SegmentBuilder();
  return segment;
}

}  // namespace broadsheet
