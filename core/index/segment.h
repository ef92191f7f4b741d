// segment.h: the inverted index of a batch of papers: immutable bytes, the same in memory and on disk.
//
// docs/snapshot-format.md draws the layout. Invariants:
// 1. Terms are folded (core/text/fold.h), UTF-8, at most 255 bytes long, distinct, and sorted by bytes: all
//    terms with one prefix are neighbours.
// 2. A posting list names every paper that holds the term once, ascending.
// 3. A stem group names every term of one stem once, ascending. A term that is its own stem, with no other
//    term of that stem, is in no group.
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
#include "core/base/sections.h"
#include "core/index/near_terms.h"
#include "core/index/occurrence.h"
#include "core/index/postings.h"
#include "core/index/sorted_texts.h"

namespace broadsheet {

using TermId = uint32_t;  // rank of the term within its segment

inline constexpr SectionFormat kSegmentFormat = {.magic = 0x32475342,  // "BSG2"
                                                 .version = 1,
                                                 .other_magic = ErrorCode::kBadSegment,
                                                 .other_version = ErrorCode::kBadSegment,
                                                 .damaged = ErrorCode::kBadSegment};

// The sections of a segment. docs/snapshot-format.md says what is in each.
struct SegmentSections {
  static constexpr SectionName kTotalLength = "TOTL";
  static constexpr SectionName kTermOffsets = "TOFF";
  static constexpr SectionName kListOffsets = "LOFF";
  static constexpr SectionName kStemOffsets = "SOFF";
  static constexpr SectionName kMemberOffsets = "MOFF";
  static constexpr SectionName kMembers = "MEMB";
  static constexpr SectionName kOccurrences = "OCCU";
  static constexpr SectionName kLengths = "LENG";
  static constexpr SectionName kTerms = "TERM";
  static constexpr SectionName kStems = "STEM";
  static constexpr SectionName kPostings = "POST";
};

// Where a posting list is in the section of postings: what to read before it can be matched.
struct ListRange {
  uint32_t begin = 0;
  uint32_t size = 0;  // bytes
  bool operator==(const ListRange&) const = default;
};

class Segment {
 public:
  // A segment of no papers.
  Segment() = default;

  // `owner` keeps the bytes alive. Requires: they begin at a multiple of 8. Every list is read once, so any
  // bytes are safe. Errors: "bad_segment" unless they are a valid segment. Cost: O(bytes).
  static Result<Segment> open(ByteSpan bytes, std::shared_ptr<const void> owner);
  // The same for bytes made by SegmentWriter: neither compared with their checksums nor checked otherwise.
  // Cost: O(terms).
  static Segment adopt(ByteSpan bytes, std::shared_ptr<const void> owner);

  ByteSpan bytes() const { return bytes_; }
  uint32_t paper_count() const { return static_cast<uint32_t>(length_codes_.size()); }
  uint32_t term_count() const { return terms_.size(); }
  std::string_view term(TermId id) const { return terms_[id]; }

  // Cost of each look-up: O(log terms).
  std::optional<TermId> find_term(std::string_view term) const;
  std::pair<TermId, TermId> terms_with_prefix(std::string_view prefix) const {  // half-open
    return terms_.with_prefix(prefix);
  }
  // The terms one typing slip from the word, ascending (near_terms.h).
  std::vector<TermId> terms_near(std::string_view word) const { return near_terms(terms_, word); }
  // All terms of the stem, ascending; empty if the stem itself is the only one.
  std::span<const TermId> terms_of_stem(std::string_view stem) const;
  // The stem groups, by number. Cost of each: O(1).
  uint32_t stem_group_count() const { return stems_.size(); }
  std::string_view stem_of_group(uint32_t group) const { return stems_[group]; }
  std::span<const TermId> terms_of_group(uint32_t group) const;

  // Looking a term up and asking where its list is reads nothing of the list. Cost: O(1).
  ListRange list_range(TermId id) const {
    return {list_offsets_[id], list_offsets_[id + 1] - list_offsets_[id]};
  }
  PostingList postings(TermId id) const { return {postings_.data() + list_range(id).begin, paper_count()}; }

  const Occurrence& occurrence(OccurrenceId id) const { return occurrences_[id].occurrence; }
  std::span<const CountedOccurrence> occurrences() const { return occurrences_; }
  FieldMask fields_of(OccurrenceId id) const { return fields_[id]; }
  // The weight of each occurrence in all fields.
  std::span<const float> weights() const { return weights_; }

  std::span<const uint8_t> length_codes() const { return length_codes_; }  // of each paper (length_code.h)
  uint64_t total_length() const { return total_length_; }

  size_t byte_count() const;  // memory of the index

 private:
  // Finds the sections. Nothing is derived from them yet.
  static Result<Segment> read(ByteSpan bytes, std::shared_ptr<const void> owner, bool verifies);
  bool is_valid() const;
  void derive();

  std::shared_ptr<const void> owner_;
  ByteSpan bytes_;
  SortedTexts terms_;
  SortedTexts stems_;
  uint64_t total_length_ = 0;
  std::span<const uint32_t> term_offsets_;
  std::span<const uint32_t> list_offsets_;
  std::span<const uint32_t> stem_offsets_;
  std::span<const uint32_t> member_offsets_;
  std::span<const TermId> members_;
  std::span<const CountedOccurrence> occurrences_;
  std::span<const uint8_t> length_codes_;
  ByteSpan term_bytes_;
  ByteSpan stem_bytes_;
  ByteSpan postings_;
  std::vector<float> weights_;     // of each occurrence
  std::vector<FieldMask> fields_;  // of each occurrence
};

}  // namespace broadsheet
