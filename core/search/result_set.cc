#include "core/search/result_set.h"

#include <algorithm>

#include "core/library/library.h"

namespace broadsheet {

const Hit& ResultSet::hit(uint32_t rank) {
  if (rank >= sorted_) {
    // Whoever scrolls past the first page may go anywhere.
    std::sort(hits_.begin() + static_cast<std::ptrdiff_t>(sorted_), hits_.end(), ranks_before);
    sorted_ = total();
  }
  return hits_[rank];
}

uint32_t ResultSet::rank_of(const Library& library, PaperOrdinal paper) const {
  const Works& works = library.works();
  const auto wanted = std::find_if(hits_.begin(), hits_.end(), [&](const Hit& hit) {
    return works.work_of(hit.paper) == works.work_of(paper);
  });
  if (wanted == hits_.end()) return total();
  if (wanted - hits_.begin() < static_cast<std::ptrdiff_t>(sorted_))
    return static_cast<uint32_t>(wanted - hits_.begin());
  const auto unsorted = hits_.begin() + static_cast<std::ptrdiff_t>(sorted_);
  return sorted_ + static_cast<uint32_t>(std::count_if(
                       unsorted, hits_.end(), [&](const Hit& hit) { return ranks_before(hit, *wanted); }));
}

uint32_t ResultSet::count_outside(const Library& library, const WorkSet& set) const {
  return static_cast<uint32_t>(std::count_if(hits_.begin(), hits_.end(), [&](const Hit& hit) {
    return !set.contains(library.works().work_of(hit.paper));
  }));
}

}  // namespace broadsheet
