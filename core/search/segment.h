// segment.h: the inverted index of a batch of papers: immutable bytes, the same in memory and on disk.
//
// docs/snapshot-format.md draws the layout. Invariants:
// 1. Terms are folded (core/text/fold.h), at most kMaxTermBytes long, distinct, and sorted by bytes: all
//    terms with one prefix are neighbours.
// 2. A posting list names every paper that holds the term once, ascending.
// 3. A stem group names every term of one stem; a term that is alone and its own stem is in none.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/search/occurrence.h"
#include "core/search/postings.h"
#include "core/search/sorted_texts.h"

namespace broadsheet {

using TermId = uint32_t;  // rank of the term within its segment

inline constexpr uint32_t kSegmentMagic = 0x31475342;  // "BSG1"

struct SegmentHeader {
  uint32_t magic = kSegmentMagic;
  uint32_t paper_count = 0;
  uint32_t term_count = 0;
  uint32_t occurrence_count = 0;
  uint32_t group_count = 0;
  uint32_t member_count = 0;
  uint64_t total_length = 0;  // of all papers, in terms
  uint32_t term_bytes = 0;
  uint32_t stem_bytes = 0;
  uint32_t posting_bytes = 0;
  uint32_t unused = 0;
};
static_assert(sizeof(SegmentHeader) == 48);

class Segment {
 public:
  // Of no papers.
  Segment() = default;

  // `owner` keeps the bytes alive; they begin at a multiple of 8. Errors: "bad_segment", whatever they are:
  // every list is read once. Cost: O(bytes).
  static Result<Segment> open(ByteSpan bytes, std::shared_ptr<const void> owner);
  // The same for bytes that SegmentWriter has made. Cost: O(terms).
  static Segment adopt(ByteSpan bytes, std::shared_ptr<const void> owner);

  ByteSpan bytes() const { return bytes_; }
  uint32_t paper_count() const { return header_.paper_count; }
  uint32_t term_count() const { return terms_.size(); }
  std::string_view term(TermId id) const { return terms_[id]; }

  // Cost of each look-up: O(log terms).
  std::optional<TermId> find_term(std::string_view term) const;
  std::pair<TermId, TermId> terms_with_prefix(std::string_view prefix) const {  // half-open
    return terms_.with_prefix(prefix);
  }
  // All terms of that stem; none if only the word itself is there. Ascending.
  std::span<const TermId> terms_of_stem(std::string_view stem) const;

  PostingList postings(TermId id) const { return {postings_ + posting_offsets_[id], header_.paper_count}; }

  const Occurrence& occurrence(OccurrenceId id) const { return occurrences_[id].occurrence; }
  std::span<const CountedOccurrence> occurrences() const { return occurrences_; }
  FieldMask fields_of(OccurrenceId id) const { return fields_[id]; }
  // Of each occurrence its weight in all fields.
  std::span<const float> weights() const { return weights_; }

  std::span<const uint8_t> length_codes() const { return length_codes_; }  // of each paper (length_code.h)
  uint64_t total_length() const { return header_.total_length; }

  size_t byte_count() const;  // memory of the index

 private:
  bool read_sections(ByteReader& reader);
  bool is_valid() const;
  void derive();

  std::shared_ptr<const void> owner_;
  ByteSpan bytes_;
  SegmentHeader header_;
  SortedTexts terms_;
  SortedTexts stems_;
  std::span<const uint32_t> term_offsets_;
  std::span<const uint32_t> posting_offsets_;
  std::span<const uint32_t> stem_offsets_;
  std::span<const uint32_t> member_offsets_;
  std::span<const TermId> members_;
  std::span<const CountedOccurrence> occurrences_;
  std::span<const uint8_t> length_codes_;
  const uint8_t* terms_bytes_ = nullptr;
  const uint8_t* stems_bytes_ = nullptr;
  const uint8_t* postings_ = nullptr;
  std::vector<float> weights_;     // of each occurrence
  std::vector<FieldMask> fields_;  // of each occurrence
};

}  // namespace broadsheet
