// forward_index.h: which terms each work has, and how often: the postings of the library, transposed.
//
// What is learned from a library asks for the terms of a work, where a search asks for the works of a term.
// No text is read: a posting says how often its term is in each field (core/index/occurrence.h), and texts
// may be late.
//
// - A work is a row. Rows are ordered by day, the newest first, then by the work's identity, so nothing that
//   is learned depends on the order in which digests were added, nor on how papers are cut into segments.
//   Of several appearances, the most of each count is taken: a work that one digest tells in English and
//   another in Chinese has both.
// - A term is a stem: words of one stem are one term (segment.h). Terms are numbered by script, then by how
// many
//   papers hold them, the most first, then by text. Those of a single work are left out: they are like
//   nothing.
// - An entry of a row is varint(steps since the last term · 4 + code), and where the code is 3 a byte with
// both
//   counts. It takes about two bytes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bits.h"
#include "core/base/byte_io.h"
#include "core/learned/script.h"
#include "core/library/library.h"

namespace broadsheet {

// How often a row has a term; each saturates at 15.
struct TermCounts {
  uint8_t title = 0;
  uint8_t body =
      0;  // abstract and TL;DR: what summaries say besides made rows twice as large and nothing better
  bool operator==(const TermCounts&) const = default;
};

class ForwardIndex {
 public:
  using Row = uint32_t;
  using Term = uint32_t;

  ForwardIndex() = default;
  // Requires: the library is committed. Cost: O(postings + works log works).
  explicit ForwardIndex(const Library& library);

  uint32_t row_count() const { return static_cast<uint32_t>(works_.size()); }
  WorkId work_of(Row row) const { return works_[row]; }
  Row row_of(WorkId work) const { return rows_[work]; }

  uint32_t term_count() const { return static_cast<uint32_t>(terms_.size()); }
  std::string_view stem(Term term) const { return text(term, 0); }
  // The word of this stem that most papers have, as the index has it: folded.
  std::string_view written(Term term) const { return text(term, 1); }
  Script script(Term term) const { return terms_[term].script; }
  // The terms of a script follow one another, from the end of the script before.
  Term end_of(Script script) const { return script_ends_[static_cast<size_t>(script)]; }
  // Rows that have the term.
  uint32_t document_frequency(Term term) const { return terms_[term].rows; }
  // Those of them that are bilingual.
  uint32_t bilingual_frequency(Term term) const { return terms_[term].bilingual_rows; }
  // The term of this stem, or nothing. Cost: O(log terms).
  std::optional<Term> find(std::string_view stem) const;

  // Whether the row has texts in two scripts: at least kTextTerms different terms of each.
  bool is_bilingual(Row row) const { return bilingual_.test(row); }
  const Bits& bilingual() const { return bilingual_; }
  uint32_t bilingual_count() const { return bilingual_count_; }
  static constexpr uint32_t kTextTerms = 12;

  // Calls visit(term, TermCounts) for every term of the row, ascending. Cost: O(terms of the row).
  template <typename Visit>
  void for_each(Row row, Visit&& visit) const {
    const uint8_t* cursor = bytes_.data() + offsets_[row];
    const uint8_t* const end = bytes_.data() + offsets_[row + 1];
    for (Term term = 0; cursor != end; ++term) {
      const uint32_t head = read_varint(cursor);
      term += head >> 2;
      const uint8_t code = head & 3;
      if (code < kOtherCounts) {
        visit(term, kCodedCounts[code]);
      } else {
        visit(term, TermCounts{static_cast<uint8_t>(*cursor >> 4), static_cast<uint8_t>(*cursor & 15)});
        ++cursor;
      }
    }
  }

  size_t byte_count() const;

 private:
  friend class ForwardIndexMaker;
  static constexpr uint8_t kOtherCounts = 3;
  static constexpr std::array<TermCounts, kOtherCounts> kCodedCounts = {{{0, 1}, {0, 2}, {1, 1}}};

  struct TermInfo {
    std::array<uint32_t, 2> text_ends;  // of stem and written form in texts_
    uint32_t rows;
    uint32_t bilingual_rows;
    Script script;
  };
  std::string_view text(Term term, size_t which) const {
    const uint32_t before = which == 1  ? terms_[term].text_ends[0]
                            : term == 0 ? 0
                                        : terms_[term - 1].text_ends[1];
    return std::string_view(texts_).substr(before, terms_[term].text_ends[which] - before);
  }

  std::vector<TermInfo> terms_;
  std::array<Term, kScriptCount> script_ends_{};
  std::string texts_;
  std::vector<Term> by_stem_;  // all terms, by stem
  std::vector<WorkId> works_;  // of each row
  std::vector<Row> rows_;      // of each work
  Bits bilingual_;             // by row
  uint32_t bilingual_count_ = 0;
  std::vector<uint32_t> offsets_ = {0};  // of each row in bytes_, and their end
  std::vector<uint8_t> bytes_;
};

class ForwardIndexMaker;

// Makes a forward index a piece at a time.
class ForwardIndexBuilder {
 public:
  // Requires: the library is committed, and stays as it is. Cost: O(terms + works log works).
  explicit ForwardIndexBuilder(const Library& library);
  ~ForwardIndexBuilder();

  // Goes on over about `postings` postings; each is visited twice. Returns whether the index is complete.
  bool step(size_t postings);
  // Requires: it is complete.
  ForwardIndex take();

 private:
  std::unique_ptr<ForwardIndexMaker> maker_;
};

}  // namespace broadsheet
