// posting_run.h: the postings of some thousand papers, sorted by term. A segment is merged from such runs.
//
// Postings arrive in paper order, and sorting a whole segment's at once would take twice their memory. A
// run's postings are sorted by counting; a merge then reads each run once, front to back. (Witten, Moffat,
// Bell: Managing Gigabytes, "sort-based inversion".)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/occurrence.h"
#include "core/index/postings.h"
#include "core/index/term_heap.h"
#include "core/index/term_table.h"

namespace broadsheet {

class PostingRun {
 public:
  static constexpr uint32_t kMostPapers = 1u << 16;

  // Four bytes: a run is kept for as long as its segment grows.
  struct Entry {
    uint16_t paper;  // counted from first_paper()
    OccurrenceId occurrence;
  };

  // `posting_terms` and `occurrences`: for each posting, in paper order, its term's number and its
  // occurrence. `paper_ends`: for each paper, the number of postings up to its end. Requires: at most
  // kMostPapers papers. Cost: O(postings + terms log terms).
  PostingRun(const TermTable& terms, std::span<const uint32_t> posting_terms,
             std::span<const OccurrenceId> occurrences, std::span<const uint32_t> paper_ends,
             uint32_t first_paper);

  uint32_t first_paper() const { return first_paper_; }
  uint32_t paper_count() const { return paper_count_; }
  size_t posting_count() const { return entries_.size(); }

  // The run's terms ascend by their bytes.
  size_t term_count() const { return terms_.size() - 1; }
  // The first eight bytes of the term, as a number that sorts like them.
  uint64_t key(size_t i) const { return terms_[i].key; }
  std::string_view term(size_t i) const {
    return {text_.data() + terms_[i].text_begin, terms_[i + 1].text_begin - terms_[i].text_begin};
  }
  // Papers ascend.
  std::span<const Entry> entries(size_t i) const {
    return std::span(entries_).subspan(terms_[i].begin, terms_[i + 1].begin - terms_[i].begin);
  }

 private:
  struct Term {
    uint64_t key;
    uint32_t text_begin;
    uint32_t begin;
  };
  std::vector<Term> terms_;  // and one more, which marks the end
  std::string text_;
  std::vector<Entry> entries_;
  uint32_t first_paper_;
  uint32_t paper_count_;
};

// Walks the terms of several runs in order.
class RunMerger {
 public:
  // Requires: papers ascend from run to run, and the runs outlive the merger.
  explicit RunMerger(std::span<const PostingRun> runs) : runs_(runs), heap_(runs) {}

  // Moves to the next term: its bytes, and its postings in all runs. False at the end. `places`: the new
  // number of each occurrence.
  // Cost: O(postings + runs with the term * log runs).
  bool next(std::span<const OccurrenceId> places);
  std::string_view term() const { return term_; }
  std::span<const Posting> postings() const { return postings_; }

 private:
  std::span<const PostingRun> runs_;
  TermHeap<PostingRun> heap_;
  std::string_view term_;
  std::vector<Posting> postings_;
};

}  // namespace broadsheet
