// posting_run.h: the postings of some thousand papers, sorted by their terms. A segment is merged from such
// runs.
//
// Postings come in the order of papers, and to sort those of a whole segment at once would take twice their
// memory. Those of a run are sorted by counting; a merge then reads each run once, from its beginning to its
// end. (Witten, Moffat, Bell: Managing Gigabytes, "sort-based inversion".)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/occurrence.h"
#include "core/search/postings.h"
#include "core/search/term_heap.h"
#include "core/search/term_table.h"

namespace broadsheet {

class PostingRun {
 public:
  static constexpr uint32_t kMostPapers = 1u << 16;

  // Four bytes: a run is kept for as long as its segment grows.
  struct Entry {
    uint16_t paper;  // behind first_paper()
    OccurrenceId occurrence;
  };

  // Of each posting, in the order of papers, the number of its term and its occurrence; of each paper the
  // number of postings up to its end. Requires: at most kMostPapers. Cost: O(postings + terms log terms).
  PostingRun(const TermTable& terms, std::span<const uint32_t> posting_terms,
             std::span<const OccurrenceId> occurrences, std::span<const uint32_t> paper_ends,
             uint32_t first_paper);

  uint32_t first_paper() const { return first_paper_; }
  uint32_t paper_count() const { return paper_count_; }
  size_t posting_count() const { return entries_.size(); }
  // Forgets the papers behind the first `count` of the run. Cost: O(1).
  void truncate(uint32_t count) { paper_count_ = count; }

  // The run's terms ascend by their bytes.
  size_t term_count() const { return terms_.size() - 1; }
  // The first eight bytes of the term, as a number that sorts as they do.
  uint64_t key(size_t i) const { return terms_[i].key; }
  std::string_view term(size_t i) const {
    return {text_.data() + terms_[i].text_begin, terms_[i + 1].text_begin - terms_[i].text_begin};
  }
  // Papers ascend; those that were forgotten are still there, last.
  std::span<const Entry> entries(size_t i) const {
    return std::span(entries_).subspan(terms_[i].begin, terms_[i + 1].begin - terms_[i].begin);
  }

 private:
  struct Term {
    uint64_t key;
    uint32_t text_begin;
    uint32_t begin;
  };
  std::vector<Term> terms_;  // one more than there are
  std::string text_;
  std::vector<Entry> entries_;
  uint32_t first_paper_;
  uint32_t paper_count_;
};

// Goes through the terms of several runs, in their order.
class RunMerger {
 public:
  // Requires: papers ascend from run to run, and the runs stay.
  explicit RunMerger(std::span<const PostingRun> runs) : runs_(runs), heap_(runs) {}

  // Goes on to the next term: its bytes, and its postings in all runs. False at the end. A term of forgotten
  // papers alone has no postings. `places`: of each occurrence the number that it gets.
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
