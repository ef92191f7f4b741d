#include "core/library/author_ranks.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace broadsheet {

AuthorRanks::AuthorRanks(std::span<const uint32_t> authors, std::span<const uint32_t> offsets,
                         uint32_t author_count)
    : offsets_(offsets), author_of_rank_(author_count), papers_of_rank_(author_count) {
  std::vector<uint32_t> papers(author_count);
  for (const uint32_t author : authors) ++papers[author];
  // Counting sort: of each number of papers the rank of the next author who has it.
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
  ranks_.reserve(authors.size() + paper_count());
  for (uint32_t paper = 0; paper < paper_count(); ++paper) {
    const auto first = std::ssize(ranks_);
    for (uint32_t i = offsets[paper]; i < offsets[paper + 1]; ++i)
      ranks_.push_back(rank_of_author[authors[i]]);
    std::sort(ranks_.begin() + first, ranks_.end());
    ranks_.push_back(kNone);
  }
}

AuthorRank AuthorRanks::count_with(uint32_t papers) const {
  const auto end =
      std::upper_bound(papers_of_rank_.begin(), papers_of_rank_.end(), papers, std::greater<uint32_t>());
  return static_cast<AuthorRank>(end - papers_of_rank_.begin());
}

}  // namespace broadsheet
