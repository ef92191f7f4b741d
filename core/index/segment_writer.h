// segment_writer.h: lays out a segment, term by term in order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/segment.h"

namespace broadsheet {

class SegmentWriter {
 public:
  explicit SegmentWriter(uint32_t paper_count) : paper_count_(paper_count) {}

  // Requires: terms ascend; papers ascend, at least one; occurrences are places in the list passed to
  // finish().
  void add_term(std::string_view term, std::span<const Posting> postings);

  // `lengths`: a code for each paper. `occurrences`: all of them, most frequent first. Cost: O(bytes), plus
  // stemming each term.
  Segment finish(std::span<const uint8_t> lengths, uint64_t total_length,
                 std::span<const CountedOccurrence> occurrences);

 private:
  struct StemGroups {
    std::string bytes;
    std::vector<uint32_t> offsets = {0};
    std::vector<uint32_t> member_offsets = {0};
    std::vector<TermId> members;
  };
  std::string_view term(TermId id) const {
    return std::string_view(term_bytes_).substr(term_offsets_[id], term_offsets_[id + 1] - term_offsets_[id]);
  }
  StemGroups group_by_stem() const;

  uint32_t paper_count_;
  std::string term_bytes_;
  std::vector<uint32_t> term_offsets_ = {0};
  std::vector<uint32_t> list_offsets_ = {0};
  std::vector<uint8_t> postings_;  // with spare room: the last offset is where they end
};

// Returns the list of a segment's occurrences; `places` gets the place of each of the table's occurrences in
// it.
std::vector<CountedOccurrence> sorted_by_count(const OccurrenceTable& table,
                                               std::vector<OccurrenceId>& places);

}  // namespace broadsheet
