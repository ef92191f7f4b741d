#include "core/library/result_set.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr uint32_t kFirstPage = 256;

bool ranks_before(const Hit& a, const Hit& b) {
  return a.score != b.score ? a.score > b.score : a.place < b.place;
}

}  // namespace

const Hit& ResultSet::hit(uint32_t rank) {
  if (rank >= sorted_) {
    // The first page is all that most searches ever show.
    sorted_ = rank < kFirstPage ? std::min(kFirstPage, total()) : total();
    std::partial_sort(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(sorted_), hits_.end(),
                      ranks_before);
  }
  return hits_[rank];
}

uint32_t ResultSet::rank_of(const Library& library, PaperOrdinal paper) const {
  const Works& works = library.works();
  const auto wanted = std::find_if(hits_.begin(), hits_.end(), [&](const Hit& hit) {
    return works.work_of(hit.paper) == works.work_of(paper);
  });
  if (wanted == hits_.end()) return total();
  return static_cast<uint32_t>(
      std::count_if(hits_.begin(), hits_.end(), [&](const Hit& hit) { return ranks_before(hit, *wanted); }));
}

}  // namespace broadsheet
