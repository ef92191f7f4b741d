// log_likelihood.h: how surprising it is that two things meet so often, small numbers included.
//
// Dunning: Accurate methods for the statistics of surprise and coincidence (Computational Linguistics 19(1),
// 1993). G² = 2 Σ over the four cells of the table  observed · ln(observed / expected), which of whole
// numbers is a sum of terms x ln x: these are kept in a table, so that thousands of pairs a query take no
// logarithm.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace broadsheet {

// Of `all` papers, `first` have one thing, `second` the other, `both` both.
struct Meeting {
  uint32_t both;
  uint32_t first;
  uint32_t second;
};

// Things that meet less often, or not clearly more often than expected, do not go together.
inline constexpr uint32_t kFewestMeetings = 2;
inline constexpr double kLeastSurplus = 1.5;

namespace internal {

template <typename XLnX>
double ratio_of(const Meeting& meeting, uint32_t all, XLnX&& x_ln_x) {
  const auto [both, first, second] = meeting;
  const double cells =
      x_ln_x(both) + x_ln_x(first - both) + x_ln_x(second - both) + x_ln_x(all - first - second + both);
  const double sides = x_ln_x(first) + x_ln_x(all - first) + x_ln_x(second) + x_ln_x(all - second);
  return std::max(0.0, 2 * (cells - sides + x_ln_x(all)));
}

}  // namespace internal

class LogLikelihood {
 public:
  // Cost: O(all), eight bytes each.
  explicit LogLikelihood(uint32_t all) : all_(all), x_ln_x_(size_t{all} + 1) {
    for (size_t x = 2; x < x_ln_x_.size(); ++x)
      x_ln_x_[x] = static_cast<double>(x) * std::log(static_cast<double>(x));
  }

  // 0 where the two are independent; above 10.83 in one of 1,000 pairs that are. Requires: both <= first,
  // second; first + second - both <= all. Cost: O(1).
  double ratio(const Meeting& meeting) const {
    return internal::ratio_of(meeting, all_, [&](uint32_t x) { return x_ln_x_[x]; });
  }

  size_t byte_count() const { return x_ln_x_.capacity() * sizeof(double); }

 private:
  uint32_t all_;
  std::vector<double> x_ln_x_;
};

// The same for a few pairs, without a table. Cost: O(1), nine logarithms.
inline double log_likelihood_ratio(const Meeting& meeting, uint32_t all) {
  return internal::ratio_of(meeting, all, [](uint32_t x) {
    return x < 2 ? 0.0 : static_cast<double>(x) * std::log(static_cast<double>(x));
  });
}

}  // namespace broadsheet
