// segment.h: the inverted index of a batch of papers. Immutable once built.
//
// Invariants:
// 1. Terms are folded (core/text/fold.h), at most kMaxTokenBytes long, distinct, and sorted by bytes: all
//    terms with one prefix are neighbours.
// 2. A posting list names every paper that holds the term once, ascending.
// 3. stem_groups_ holds the terms whose stem is another word than they, sorted by stem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/search/fields.h"
#include "core/search/postings.h"
#include "core/text/stemmer.h"

namespace broadsheet {

using TermId = uint32_t;  // rank of the term within its segment

using FieldLengths = std::array<uint16_t, kSearchFieldCount>;  // in terms; saturates

class Segment {
 public:
  uint32_t paper_count() const { return static_cast<uint32_t>(lengths_.size()); }
  uint32_t term_count() const { return static_cast<uint32_t>(term_offsets_.size() - 1); }
  std::string_view term(TermId id) const {
    return {term_bytes_.data() + term_offsets_[id], term_offsets_[id + 1] - term_offsets_[id]};
  }

  // Cost of each look-up: O(log terms).
  std::optional<TermId> find_term(std::string_view term) const;
  std::pair<TermId, TermId> terms_with_prefix(std::string_view prefix) const;  // half-open
  // Terms other than `stem` whose stem it is. Calls visit(TermId).
  template <typename Visit>
  void for_each_term_of_stem(std::string_view stem, Visit&& visit) const {
    for (size_t i = first_of_stem(stem); i < stem_groups_.size() && stem_at(i) == stem; ++i)
      visit(stem_groups_[i].term);
  }

  // Calls visit(paper, field, term frequency), papers ascending.
  template <typename Visit>
  void for_each_posting_of(TermId id, Visit&& visit) const {
    for_each_posting(postings_.data() + posting_offsets_[id], postings_.data() + posting_offsets_[id + 1],
                     visit);
  }

  const FieldLengths& lengths(uint32_t paper) const { return lengths_[paper]; }
  size_t byte_count() const;  // memory of the index

 private:
  friend class SegmentBuilder;
  struct StemGroupEntry {
    uint32_t stem_offset;
    uint32_t stem_size;
    TermId term;
  };
  std::string_view stem_at(size_t i) const {
    return {stem_bytes_.data() + stem_groups_[i].stem_offset, stem_groups_[i].stem_size};
  }
  size_t first_of_stem(std::string_view stem) const;
  TermId lower_bound(std::string_view term) const;

  std::string term_bytes_;
  std::vector<uint32_t> term_offsets_ = {0};
  std::vector<uint8_t> postings_;
  std::vector<uint32_t> posting_offsets_ = {0};
  std::vector<FieldLengths> lengths_;
  std::string stem_bytes_;
  std::vector<StemGroupEntry> stem_groups_;
};

// Collects papers, then seals them into a Segment.
class SegmentBuilder {
 public:
  SegmentBuilder();

  // Cost: O(text of the paper).
  void add(const Paper& paper);
  uint32_t paper_count() const { return static_cast<uint32_t>(lengths_.size()); }

  // The builder is empty afterwards. Cost: O(postings + terms log terms).
  Segment seal();

 private:
  struct Term {
    uint32_t offset;
    uint32_t size;
    uint32_t hash;
    uint32_t next_delta_from;  // the last paper that was posted
    uint32_t slot;             // in frequencies_, valid while seen_in == this paper
    uint32_t seen_in;          // paper number + 1
    uint32_t posting_bytes;
  };
  uint32_t intern(std::string_view term);
  void grow_table();
  void post_terms_of_paper(uint32_t paper);
  void index_stems(Segment& segment) const;

  std::string term_bytes_;
  std::vector<Term> terms_;
  std::vector<uint32_t> table_;  // open addressing: term index + 1, 0 is free; a power of two
  std::vector<FieldLengths> lengths_;
  std::vector<uint8_t> stream_;                              // postings in the order of papers
  std::vector<std::pair<uint32_t, uint32_t>> stream_heads_;  // term index, offset behind its posting
  std::vector<uint32_t> paper_terms_;                        // of the paper at hand
  std::vector<FieldFrequencies> frequencies_;
};

}  // namespace broadsheet
