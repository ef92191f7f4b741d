#include "core/index/segment_builder.h"

#include <algorithm>
#include <numeric>

#include "core/index/length_code.h"
#include "core/index/segment_writer.h"
#include "core/index/terms.h"

namespace broadsheet {

void SegmentBuilder::add(const Paper& paper) {
  terms_of_paper_.clear();
  uint32_t length = 0;
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    uint32_t count = 0;
    const auto count_up = [&](uint32_t number) {
      ++count;
      if (number >= of_paper_.size()) of_paper_.resize(size_t{number} * 2 + kFirstTermsOfPaper, nowhere_);
      of_paper_[number] = occurrences_.with_hit(of_paper_[number], field);
    };
    for_each_index_term(
        text, [&](std::string_view term) { count_up(terms_of_paper_.intern(term)); },
        [&](const char* pair) { count_up(terms_of_paper_.intern_pair(pair)); });
    if (counts_for_length(field)) length += count;
  });
  terms_.intern_all(terms_of_paper_, posting_terms_);
  const auto of_paper = std::span(of_paper_).first(terms_of_paper_.size());
  for (const OccurrenceId each : of_paper) occurrences_.count_up(each);
  posting_occurrences_.insert(posting_occurrences_.end(), of_paper.begin(), of_paper.end());
  std::fill(of_paper.begin(), of_paper.end(), nowhere_);
  paper_ends_.push_back(static_cast<uint32_t>(posting_terms_.size()));
  lengths_.push_back(length);
  if (posting_terms_.size() >= kRunPostings || paper_ends_.size() == PostingRun::kMostPapers) end_run();
}

bool SegmentBuilder::full() const {
  size_t postings = posting_terms_.size();
  for (const PostingRun& run : runs_) postings += run.posting_count();
  return postings >= kMostPostings;
}

void SegmentBuilder::end_run() {
  if (paper_ends_.empty()) return;
  runs_.emplace_back(terms_, posting_terms_, posting_occurrences_, paper_ends_, first_of_run());
  clear_run();
}

void SegmentBuilder::clear_run() {
  terms_.clear();
  posting_terms_.clear();
  posting_occurrences_.clear();
  paper_ends_.clear();
}

Segment SegmentBuilder::seal() {
  end_run();
  std::vector<OccurrenceId> places;
  std::vector<CountedOccurrence> occurrences = sorted_by_count(occurrences_, places);
  while (!occurrences.empty() && occurrences.back().count == 0) occurrences.pop_back();
  SegmentWriter writer(paper_count());
  for (RunMerger merger(runs_); merger.next(places);) writer.add_term(merger.term(), merger.postings());
  std::vector<uint8_t> codes(lengths_.size());
  std::transform(lengths_.begin(), lengths_.end(), codes.begin(), length_code);
  const uint64_t total_length = std::accumulate(lengths_.begin(), lengths_.end(), uint64_t{0});
  Segment segment = writer.finish(codes, total_length, occurrences);
  *this = SegmentBuilder();
  return segment;
}

}  // namespace broadsheet
