// author_ranks.h: authors ranked by how many papers they have, and each paper's authors in that order.
//
// Every search needs the most frequent authors of its result. In a large result, authors with few papers in
// the library are not among them: each paper's authors are counted from the front, up to the first with too
// few papers, and the counters used are close together in memory.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/touch.h"

namespace broadsheet {

// 0 has the most papers; ties go to the author who appeared first.
using AuthorRank = uint32_t;

class AuthorRanks {
 public:
  AuthorRanks() = default;
  // Paper p has authors[offsets[p], offsets[p + 1]), without duplicates, as numbers below `author_count`.
  // Cost: O(authors).
  AuthorRanks(std::span<const uint32_t> authors, std::span<const uint32_t> offsets, uint32_t author_count);

  uint32_t paper_count() const { return static_cast<uint32_t>(heads_.size()); }
  uint32_t author_count() const { return static_cast<uint32_t>(author_of_rank_.size()); }
  uint32_t author(AuthorRank rank) const { return author_of_rank_[rank]; }
  uint32_t papers_of(AuthorRank rank) const { return papers_of_rank_[rank]; }

  // Prefetches, before asking for the authors of many papers.
  void touch(uint32_t paper) const { broadsheet::touch(&heads_[paper]); }
  // Calls visit(rank) for the paper's authors of ranks in [begin, end), ascending. Requires: end <= kNone.
  template <typename Visit>
  void for_each_of(uint32_t paper, AuthorRank begin, AuthorRank end, Visit&& visit) const {
    const Head& head = heads_[paper];
    for (const AuthorRank rank : head.ranks) {
      if (rank >= end) return;
      if (rank >= begin) visit(rank);
    }
    for (const AuthorRank* rank = &tails_[head.tail]; *rank < end; ++rank) {
      if (*rank >= begin) visit(*rank);
    }
  }
  static constexpr AuthorRank kNone = 0xFFFFFFFF;

  // How many authors have at least `papers` papers: exactly those with lower ranks. Cost: O(log authors).
  AuthorRank count_with(uint32_t papers) const;

 private:
  // One per paper, within a cache line; for nearly all papers it holds all their authors.
  struct alignas(32) Head {
    std::array<AuthorRank, 7> ranks;  // kNone after the last
    uint32_t tail;                    // where the others begin in tails_
  };
  static_assert(sizeof(Head) == 32);

  Head head_of(std::span<const AuthorRank> ranks);

  std::vector<Head> heads_;
  std::vector<AuthorRank> tails_ = {kNone};  // each list ends with kNone; the first is empty
  std::vector<uint32_t> author_of_rank_;
  std::vector<uint32_t> papers_of_rank_;  // descending
};

}  // namespace broadsheet
