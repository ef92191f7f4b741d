#include "core/index/posting_run.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/index/sorted_texts.h"

namespace broadsheet {

namespace {

struct Sortable {
  uint64_t key;
  uint32_t number;
};

// Sorts by key, eleven bits at a time from the lowest: three times as fast as std::sort for a run's terms.
void radix_sort(std::vector<Sortable>& items) {
  constexpr int kBits = 11;
  std::vector<Sortable> sorted(items.size());
  for (int shift = 0; shift < 64; shift += kBits) {
    const auto digit = [shift](const Sortable& item) {
      return static_cast<size_t>(item.key >> shift & ((1u << kBits) - 1));
    };
    std::array<uint32_t, size_t{1} << kBits> places{};
    for (const Sortable& item : items) ++places[digit(item)];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), 0u);
    for (const Sortable& item : items) sorted[places[digit(item)]++] = item;
    items.swap(sorted);
  }
}

// Not inlined: a sort holds two dozen copies of what compares.
struct ByText {
  const TermTable& terms;
  [[gnu::noinline]] bool operator()(const Sortable& a, const Sortable& b) const {
    return terms.text(a.number) < terms.text(b.number);
  }
};

// The numbers of all terms, sorted by the terms' bytes, each with its key.
std::vector<Sortable> in_order(const TermTable& terms) {
  std::vector<Sortable> sorted(terms.size());
  for (uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = {leading_bytes(terms.text(i)), i};
  radix_sort(sorted);
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last =
        std::find_if(first, sorted.end(), [&](const Sortable& each) { return each.key != first->key; });
    if (last - first > 1) std::sort(first, last, ByText{terms});
    first = last;
  }
  return sorted;
}

}  // namespace

PostingRun::PostingRun(const TermTable& terms, std::span<const uint32_t> posting_terms,
                       std::span<const OccurrenceId> occurrences, std::span<const uint32_t> paper_ends,
                       uint32_t first_paper)
    : first_paper_(first_paper), paper_count_(static_cast<uint32_t>(paper_ends.size())) {
  const std::vector<Sortable> sorted = in_order(terms);
  std::vector<uint32_t> next(terms.size(), 0);  // first the number of each term's postings
  for (const uint32_t term : posting_terms) ++next[term];
  terms_.reserve(sorted.size() + 1);
  uint32_t begin = 0;
  for (const Sortable& each : sorted) {
    terms_.push_back({each.key, static_cast<uint32_t>(text_.size()), begin});
    text_.append(terms.text(each.number));
    const uint32_t count = next[each.number];
    next[each.number] = begin;
    begin += count;
  }
  terms_.push_back({0, static_cast<uint32_t>(text_.size()), begin});
  text_.shrink_to_fit();

  entries_.resize(posting_terms.size());
  for (uint32_t paper = 0, i = 0; paper < paper_count_; ++paper) {
    for (; i < paper_ends[paper]; ++i)
      entries_[next[posting_terms[i]]++] = {static_cast<uint16_t>(paper), occurrences[i]};
  }
}

bool RunMerger::next(std::span<const OccurrenceId> places) {
  if (heap_.empty()) return false;
  const auto first = heap_.top();
  term_ = heap_.text_of(first);
  postings_.clear();
  do {
    const PostingRun& run = runs_[heap_.top().source];
    for (const PostingRun::Entry& entry : run.entries(heap_.top().term)) {
      postings_.push_back({run.first_paper() + entry.paper, places[entry.occurrence]});
    }
    heap_.advance();
  } while (heap_.has(first));
  return true;
}

}  // namespace broadsheet
