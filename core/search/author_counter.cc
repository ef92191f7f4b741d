#include "core/search/author_counter.h"

#include <algorithm>
#include <cmath>

#include "core/base/touch.h"

namespace broadsheet {
namespace {

// Results with fewer works have too few frequent authors to fill the list.
constexpr size_t kFewWorks = 64;

// The lower, the better: by count, then by rank.
uint64_t key_of(uint32_t count, AuthorRank rank) { return uint64_t{~count} << 32 | rank; }
AuthorRank rank_of(uint64_t key) { return static_cast<AuthorRank>(key); }
uint32_t count_of(uint64_t key) { return ~static_cast<uint32_t>(key >> 32); }

}  // namespace

void AuthorCounter::reset(const AuthorRanks& ranks, size_t most) {
  ranks_ = &ranks;
  papers_.resize(std::max(papers_.size(), most));
  paper_count_ = 0;
  several_.clear();
  ends_.clear();
  tally_.fit(ranks);
}

void AuthorCounter::add_appearance(PaperOrdinal paper) {
  ranks_->for_each_of(paper, 0, AuthorRanks::kNone, [&](AuthorRank rank) { several_.push_back(rank); });
}

void AuthorCounter::end_work() {
  const auto begin = several_.begin() + (ends_.empty() ? 0 : ends_.back());
  std::sort(begin, several_.end());
  several_.erase(std::unique(begin, several_.end()), several_.end());
  ends_.push_back(static_cast<uint32_t>(several_.size()));
}

void AuthorCounter::count(AuthorRank first, AuthorRank end) {
  tally_.count([&](auto&& count) {
    // Fetching the authors takes longer than counting them.
    visit_touched(
        papers(), [&](PaperOrdinal paper) { ranks_->touch(paper); },
        [&](PaperOrdinal paper) { ranks_->for_each_of(paper, first, end, count); });
    for (const AuthorRank rank : several_) {
      if (rank >= first && rank < end) count(rank);
    }
  });
}

// How many papers of the result the last author of the list is likely to have: as many as the library's
// author of that rank would have if the works were drawn at random, plus half a standard deviation, since
// counting too many authors is cheaper than counting again.
uint32_t AuthorCounter::likely_papers_of_last() const {
  const size_t works = paper_count_ + ends_.size();
  if (works < kFewWorks || ranks_->author_count() < kMaxAuthors) return 0;
  const double share = static_cast<double>(works) / ranks_->paper_count();
  const double expected = share * ranks_->papers_of(kMaxAuthors - 1);
  return static_cast<uint32_t>(expected + 0.5 * std::sqrt(expected));
}

std::vector<FacetCount> AuthorCounter::best(const Selection& chosen) {
  // Chosen authors first, who must not be cut off.
  constexpr uint64_t kNotChosen = uint64_t{1} << 63;
  keys_.clear();
  const bool are_enough = !chosen.active() && tally_.frequent().size() >= kMaxAuthors;
  for (const AuthorRank rank : are_enough ? tally_.frequent() : tally_.counted())
    keys_.push_back(key_of(tally_[rank], rank));
  if (chosen.active()) {
    for (uint64_t& key : keys_) {
      if (chosen.contains(ranks_->author(rank_of(key)))) key &= ~kNotChosen;
    }
  }
  keep_best();
  if (chosen.active()) {
    // In the list, chosen authors are placed by count like all others.
    for (uint64_t& key : keys_) key |= kNotChosen;
    std::sort(keys_.begin(), keys_.end());
  }
  return authors_of_keys();
}

void AuthorCounter::keep_best() {
  const auto end = keys_.begin() + std::min<std::ptrdiff_t>(kMaxAuthors, std::ssize(keys_));
  std::partial_sort(keys_.begin(), end, keys_.end());
  keys_.erase(end, keys_.end());
}

std::vector<FacetCount> AuthorCounter::authors_of_keys() const {
  std::vector<FacetCount> authors;
  authors.reserve(keys_.size());
  for (const uint64_t key : keys_) authors.push_back({ranks_->author(rank_of(key)), count_of(key)});
  return authors;
}

std::vector<FacetCount> AuthorCounter::finish_among(const std::vector<bool>& wanted) {
  count(0, ranks_->author_count());
  keys_.clear();
  for (const AuthorRank rank : tally_.counted()) {
    if (wanted[ranks_->author(rank)]) keys_.push_back(key_of(tally_[rank], rank));
  }
  keep_best();
  tally_.clear();
  return authors_of_keys();
}

std::vector<FacetCount> AuthorCounter::finish(const Selection& chosen) {
  const AuthorRank all = ranks_->author_count();
  // An author with no more papers in the library than the last of the list has in the result ranks after it.
  const uint32_t likely = likely_papers_of_last();
  AuthorRank end = chosen.active() ? all : ranks_->count_with(likely + 1);
  tally_.set_frequent(likely);
  count(0, end);
  if (chosen.active()) {
    for (AuthorRank rank = 0; rank < all; ++rank) {
      if (tally_[rank] == 0 && chosen.contains(ranks_->author(rank))) tally_.list(rank);
    }
  }
  std::vector<FacetCount> authors = best(chosen);
  const uint32_t last = authors.size() < kMaxAuthors ? 0 : authors.back().count;
  if (const AuthorRank needed = ranks_->count_with(last + 1); !chosen.active() && needed > end) {
    count(end, needed);
    authors = best(chosen);
  }
  tally_.clear();
  return authors;
}

}  // namespace broadsheet
