// author_ranks.h: authors by how many papers they have, and of each paper its authors in that order.
//
// Every search asks for the most frequent authors of its result. Who has few papers in the library is not one
// of them in a large result: a paper's authors are counted from the front, up to the first who has too few,
// and what is counted lies close together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet {

// 0 has the most papers; of equal ones the author who appeared first stands first.
using AuthorRank = uint32_t;

class AuthorRanks {
 public:
  AuthorRanks() = default;
  // Paper p has authors[offsets[p], offsets[p + 1]), each once, as numbers below `author_count`. `offsets`
  // outlives this. Cost: O(authors).
  AuthorRanks(std::span<const uint32_t> authors, std::span<const uint32_t> offsets, uint32_t author_count);

  uint32_t paper_count() const { return static_cast<uint32_t>(offsets_.size()) - (offsets_.empty() ? 0 : 1); }
  uint32_t author_count() const { return static_cast<uint32_t>(author_of_rank_.size()); }
  uint32_t author(AuthorRank rank) const { return author_of_rank_[rank]; }
  uint32_t papers_of(AuthorRank rank) const { return papers_of_rank_[rank]; }

  // Of the paper, ascending, and kNone behind the last.
  const AuthorRank* of(uint32_t paper) const { return ranks_.data() + offsets_[paper] + paper; }
  static constexpr AuthorRank kNone = 0xFFFFFFFF;

  // How many authors have at least so many papers: they have the ranks below. Cost: O(log authors).
  AuthorRank count_with(uint32_t papers) const;

 private:
  std::span<const uint32_t> offsets_;
  std::vector<AuthorRank> ranks_;
  std::vector<uint32_t> author_of_rank_;
  std::vector<uint32_t> papers_of_rank_;  // descending
};

}  // namespace broadsheet
