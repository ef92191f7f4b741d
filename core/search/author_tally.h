// author_tally.h: counts authors by rank, and lists those counted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "core/library/author_ranks.h"

namespace broadsheet {

class AuthorTally {
 public:
  // The lowest count that makes an author frequent.
  static constexpr uint32_t kFew = 2;

  // Requires: nothing is counted. Cost: O(1) unless `ranks` has grown.
  void fit(const AuthorRanks& ranks) {
    low_counts_.resize(ranks.author_count(), 0);
    carried_.resize(ranks.count_with(kManyPapers), 0);
    counted_.resize(size_t{ranks.author_count()} + 1);
    frequent_.resize(size_t{ranks.count_with(kFew)} + 1);
  }
  // An author counted `count` times, clamped to [kFew, kKept], is frequent. Requires: nothing is counted.
  void set_frequent(uint32_t count) { frequent_from_ = std::clamp<uint32_t>(count, kFew, kKept); }

  // Calls enumerate(count), which must call count(rank) once for each author of each paper.
  template <typename Enumerate>
  void count(Enumerate&& enumerate) {
    // Local copies: for all the compiler knows, writing a byte may change a member.
    uint8_t* const counts = low_counts_.data();
    AuthorRank* counted = counted_.data() + counted_count_;
    AuthorRank* frequent = frequent_.data() + frequent_count_;
    const uint32_t frequent_from = frequent_from_;
    enumerate([&](AuthorRank rank) {
      uint8_t& count = counts[rank];
      // Always written: a branch on whether the author is new would be unpredictable.
      *counted = *frequent = rank;
      counted += count == 0 ? 1 : 0;
      frequent += ++count == frequent_from ? 1 : 0;
      if (count == 0) [[unlikely]]
        carry(rank);
    });
    counted_count_ = static_cast<size_t>(counted - counted_.data());
    frequent_count_ = static_cast<size_t>(frequent - frequent_.data());
  }
  // Lists an author without papers.
  void list(AuthorRank rank) { counted_[counted_count_++] = rank; }

  uint32_t operator[](AuthorRank rank) const {
    return low_counts_[rank] + (rank < carried_.size() ? carried_[rank] : 0);
  }
  // In the order of their first counted paper.
  std::span<const AuthorRank> counted() const { return std::span(counted_).first(counted_count_); }
  std::span<const AuthorRank> frequent() const { return std::span(frequent_).first(frequent_count_); }

  // Cost: O(counted authors).
  void clear() {
    for (const AuthorRank rank : counted()) low_counts_[rank] = 0;
    std::fill(carried_.begin(), carried_.end(), 0);
    counted_count_ = frequent_count_ = 0;
  }

 private:
  // As many papers as a byte cannot count.
  static constexpr uint32_t kManyPapers = 256;
  // What remains in a byte that overflows: not less than frequent_from_, or an author could become frequent
  // twice.
  static constexpr uint8_t kKept = 128;

  void carry(AuthorRank rank) {
    carried_[rank] += kManyPapers - kKept;
    low_counts_[rank] = kKept;
  }

  // A count is the sum of both. Nearly all authors have few papers in the library, so one byte each, which
  // stays in the cache, is enough for them.
  std::vector<uint8_t> low_counts_;
  std::vector<uint32_t> carried_;  // of authors with more papers than a byte can count
  // Both have room for one more than can be needed.
  std::vector<AuthorRank> counted_;
  std::vector<AuthorRank> frequent_;
  size_t counted_count_ = 0;
  size_t frequent_count_ = 0;
  uint32_t frequent_from_ = kFew;
};

}  // namespace broadsheet
