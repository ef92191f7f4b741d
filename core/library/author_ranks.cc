#include "core/library/author_ranks.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace broadsheet {

AuthorRanks::AuthorRanks(std::span<const uint32_t> authors, std::span<const uint32_t> offsets,
                         uint32_t author_count)
    : author_of_rank_(author_count), papers_of_rank_(author_count) {
  std::vector<uint32_t> papers(author_count);
  for (const uint32_t author : authors) ++papers[author];
  // Counting sort: for each number of papers, the rank of the next author with that many.
  const uint32_t most = author_count == 0 ? 0 : *std::max_element(papers.begin(), papers.end());
  std::vector<AuthorRank> next(size_t{most} + 2);
  for (const uint32_t count : papers) ++next[count];
  AuthorRank before = 0;
  for (size_t count = next.size(); count-- > 0;) before += std::exchange(next[count], before);
  std::vector<AuthorRank> rank_of_author(author_count);
  for (uint32_t author = 0; author < author_count; ++author) {
    const AuthorRank rank = next[papers[author]]++;
    rank_of_author[author] = rank;
    author_of_rank_[rank] = author;
    papers_of_rank_[rank] = papers[author];
  }
  heads_.reserve(offsets.size() - 1);
  std::vector<AuthorRank> ranks;
  for (size_t paper = 0; paper + 1 < offsets.size(); ++paper) {
    ranks.clear();
    for (uint32_t i = offsets[paper]; i < offsets[paper + 1]; ++i)
      ranks.push_back(rank_of_author[authors[i]]);
    std::sort(ranks.begin(), ranks.end());
    heads_.push_back(head_of(ranks));
  }
}

AuthorRanks::Head AuthorRanks::head_of(std::span<const AuthorRank> ranks) {
  Head head{};
  head.ranks.fill(kNone);
  const auto first = ranks.first(std::min(ranks.size(), head.ranks.size()));
  std::copy(first.begin(), first.end(), head.ranks.begin());
  if (const auto others = ranks.subspan(first.size()); !others.empty()) {
    head.tail = static_cast<uint32_t>(tails_.size());
    tails_.insert(tails_.end(), others.begin(), others.end());
    tails_.push_back(kNone);
  }
  return head;
}

AuthorRank AuthorRanks::count_with(uint32_t papers) const {
  const auto end =
      std::upper_bound(papers_of_rank_.begin(), papers_of_rank_.end(), papers, std::greater<uint32_t>());
  return static_cast<AuthorRank>(end - papers_of_rank_.begin());
}

}  // namespace broadsheet
