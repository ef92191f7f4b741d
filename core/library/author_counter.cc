#include "core/library/author_counter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace broadsheet {
namespace {

// So few works have too few frequent authors to fill the list.
constexpr size_t kFewWorks = 64;
// Papers in the library from which on an author is counted in wide_.
constexpr uint32_t kWide = 256;
// Papers whose authors are reached together.
constexpr size_t kAtOnce = 32;

}  // namespace

void AuthorCounter::reset(const AuthorRanks& ranks) {
  ranks_ = &ranks;
  papers_.clear();
  several_.clear();
  ends_.clear();
  wide_.resize(ranks.count_with(kWide), 0);
  narrow_.resize(ranks.author_count(), 0);
}

void AuthorCounter::add_appearance(PaperOrdinal paper) {
  for (const AuthorRank* rank = ranks_->of(paper); *rank != AuthorRanks::kNone; ++rank)
    several_.push_back(*rank);
}

void AuthorCounter::end_work() {
  const auto begin = several_.begin() + (ends_.empty() ? 0 : ends_.back());
  std::sort(begin, several_.end());
  several_.erase(std::unique(begin, several_.end()), several_.end());
  ends_.push_back(static_cast<uint32_t>(several_.size()));
}

void AuthorCounter::count(AuthorRank first, AuthorRank end) {
  const auto wide_end = std::min(end, static_cast<AuthorRank>(wide_.size()));
  for (size_t begin = 0; begin < papers_.size(); begin += kAtOnce) {
    const auto papers = std::span(papers_).subspan(begin, std::min(kAtOnce, papers_.size() - begin));
    // Reaching the lists takes longer than counting them: all of these are asked for before one is awaited.
    std::array<const AuthorRank*, kAtOnce> lists;
    std::array<AuthorRank, kAtOnce> firsts;
    for (size_t i = 0; i < papers.size(); ++i) {
      lists[i] = ranks_->of(papers[i]);
      firsts[i] = *lists[i];
    }
    for (size_t i = 0; i < papers.size(); ++i) {
      if (firsts[i] >= end) continue;
      const AuthorRank* rank = lists[i];
      while (*rank < first) ++rank;
      for (; *rank < wide_end; ++rank) count_in(wide_[*rank], *rank);
      for (; *rank < end; ++rank) count_in(narrow_[*rank], *rank);
    }
  }
  for (const AuthorRank rank : several_) {
    if (rank < first || rank >= end) continue;
    if (rank < wide_end)
      count_in(wide_[rank], rank);
    else
      count_in(narrow_[rank], rank);
  }
}

// How many papers the last author of the list may have in the result: as many as the library's author of that
// rank, were the works drawn at random, and half their deviation: to count too many authors takes less time
// than to count again.
uint32_t AuthorCounter::likely_papers_of_last() const {
  const size_t works = papers_.size() + ends_.size();
  if (works < kFewWorks || ranks_->author_count() < kMaxAuthors) return 0;
  const double share = static_cast<double>(works) / ranks_->paper_count();
  const double expected = share * ranks_->papers_of(kMaxAuthors - 1);
  return static_cast<uint32_t>(expected + 0.5 * std::sqrt(expected));
}

uint32_t AuthorCounter::least_count() const {
  // Of each number of papers how many authors have it; the last has more, too.
  std::array<uint32_t, 16> authors{};
  for (const AuthorRank rank : counted_) ++authors[std::min<size_t>(count_of(rank), authors.size() - 1)];
  size_t kept = 0;
  for (size_t count = authors.size(); count-- > 1;) {
    kept += authors[count];
    if (kept >= kMaxAuthors) return static_cast<uint32_t>(count);
  }
  return 0;
}

std::vector<FacetCount> AuthorCounter::best(const Selection& chosen) {
  // As numbers, the best highest: chosen ones first, who must not be cut off; then by count; then by rank.
  constexpr uint64_t kChosen = uint64_t{1} << 63;
  keys_.clear();
  const uint32_t least = chosen.active() ? 0 : least_count();
  for (const AuthorRank rank : counted_) {
    if (count_of(rank) < least) continue;
    const bool is_chosen = chosen.active() && chosen.contains(ranks_->author(rank));
    keys_.push_back((is_chosen ? kChosen : 0) | uint64_t{count_of(rank)} << 32 | ~rank);
  }
  if (keys_.size() > kMaxAuthors) {
    std::nth_element(keys_.begin(), keys_.begin() + kMaxAuthors, keys_.end(), std::greater<uint64_t>());
    keys_.resize(kMaxAuthors);
  }
  // In the list chosen ones have their place by count like all others.
  for (uint64_t& key : keys_) key &= ~kChosen;
  std::sort(keys_.begin(), keys_.end(), std::greater<uint64_t>());
  std::vector<FacetCount> authors;
  authors.reserve(keys_.size());
  for (const uint64_t key : keys_)
    authors.push_back({ranks_->author(~static_cast<AuthorRank>(key)), static_cast<uint32_t>(key >> 32)});
  return authors;
}

std::vector<FacetCount> AuthorCounter::take(const Selection& chosen) {
  const AuthorRank all = ranks_->author_count();
  // Who has no more papers in the library than the last of the list has in the result stands behind it.
  AuthorRank end = chosen.active() ? all : ranks_->count_with(likely_papers_of_last() + 1);
  count(0, end);
  if (chosen.active()) {
    for (AuthorRank rank = 0; rank < all; ++rank) {
      if (count_of(rank) == 0 && chosen.contains(ranks_->author(rank))) counted_.push_back(rank);
    }
  }
  std::vector<FacetCount> authors = best(chosen);
  const uint32_t last = authors.size() < kMaxAuthors ? 0 : authors.back().count;
  if (const AuthorRank needed = ranks_->count_with(last + 1); !chosen.active() && needed > end) {
    count(end, needed);
    authors = best(chosen);
  }
  for (const AuthorRank rank : counted_) {
    if (rank < wide_.size())
      wide_[rank] = 0;
    else
      narrow_[rank] = 0;
  }
  counted_.clear();
  return authors;
}

}  // namespace broadsheet
