// author_tally.h: how often authors were counted, by rank, and who they are.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "core/library/author_ranks.h"

namespace broadsheet {

class AuthorTally {
 public:
  // No author is counted in fewer papers by those who ask for frequent ones.
  static constexpr uint32_t kFew = 2;

  // Requires: nobody is counted. Cost: O(1) for ranks that are known.
  void fit(const AuthorRanks& ranks) {
    low_counts_.resize(ranks.author_count(), 0);
    carried_.resize(ranks.count_with(kManyPapers), 0);
    counted_.resize(size_t{ranks.author_count()} + 1);
    frequent_.resize(size_t{ranks.count_with(kFew)} + 1);
  }
  // Who is counted so often, or kFew times, counts as frequent. Requires: nobody is counted.
  void set_frequent(uint32_t count) { frequent_from_ = std::clamp<uint32_t>(count, kFew, kKept); }

  // Calls give(count), which calls count(rank) for each author, as often as there are papers of theirs.
  template <typename Give>
  void count(Give&& give) {
    // Locals: for all that the compiler knows, a byte that is written is part of a member.
    uint8_t* const counts = low_counts_.data();
    AuthorRank* counted = counted_.data() + counted_count_;
    AuthorRank* frequent = frequent_.data() + frequent_count_;
    const uint32_t frequent_from = frequent_from_;
    give([&](AuthorRank rank) {
      uint8_t& count = counts[rank];
      // Written in any case: whether an author is new cannot be foreseen.
      *counted = *frequent = rank;
      counted += count == 0 ? 1 : 0;
      frequent += ++count == frequent_from ? 1 : 0;
      if (count == 0) [[unlikely]]
        carry(rank);
    });
    counted_count_ = static_cast<size_t>(counted - counted_.data());
    frequent_count_ = static_cast<size_t>(frequent - frequent_.data());
  }
  // An author of no paper, who is listed all the same.
  void list(AuthorRank rank) { counted_[counted_count_++] = rank; }

  uint32_t operator[](AuthorRank rank) const {
    return low_counts_[rank] + (rank < carried_.size() ? carried_[rank] : 0);
  }
  // In the order of their first paper.
  std::span<const AuthorRank> counted() const { return std::span(counted_).first(counted_count_); }
  std::span<const AuthorRank> frequent() const { return std::span(frequent_).first(frequent_count_); }

  // Cost: O(those that are counted).
  void clear() {
    for (const AuthorRank rank : counted()) low_counts_[rank] = 0;
    std::fill(carried_.begin(), carried_.end(), 0);
    counted_count_ = frequent_count_ = 0;
  }

 private:
  // Papers in the library that a byte cannot count.
  static constexpr uint32_t kManyPapers = 256;
  // What a full byte keeps of its count: no less than frequent_from_, or an author could become frequent
  // twice.
  static constexpr uint8_t kKept = 128;

  void carry(AuthorRank rank) {
    carried_[rank] += kManyPapers - kKept;
    low_counts_[rank] = kKept;
  }

  // A count is the sum of both: nearly all authors have few papers in the library, so a byte each, which
  // stays in the cache, counts them.
  std::vector<uint8_t> low_counts_;
  std::vector<uint32_t> carried_;  // of those with more papers than a byte can count
  // Both have room for one more than there can be.
  std::vector<AuthorRank> counted_;
  std::vector<AuthorRank> frequent_;
  size_t counted_count_ = 0;
  size_t frequent_count_ = 0;
  uint32_t frequent_from_ = kFew;
};

}  // namespace broadsheet
