#include "core/search/occurrence.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {

OccurrenceId OccurrenceTable::intern(const Occurrence& occurrence, uint32_t count) {
  if (const auto known = ids_.find(occurrence); known != ids_.end()) {
    all_[known->second].count += count;
    return known->second;
  }
  Occurrence kept = occurrence;
  if (all_.size() >= kMost) {
    for (uint8_t& frequency : kept.frequencies) frequency = frequency > 0 ? 1 : 0;
  }
  const auto [place, is_new] = ids_.try_emplace(kept, static_cast<OccurrenceId>(all_.size()));
  if (is_new) all_.push_back({.occurrence = kept});
  all_[place->second].count += count;
  return place->second;
}

std::vector<OccurrenceId> OccurrenceTable::places_by_count() const {
  std::vector<OccurrenceId> by_count(all_.size());
  std::iota(by_count.begin(), by_count.end(), OccurrenceId{0});
  std::stable_sort(by_count.begin(), by_count.end(),
                   [&](OccurrenceId a, OccurrenceId b) { return all_[a].count > all_[b].count; });
  std::vector<OccurrenceId> places(all_.size());
  for (size_t place = 0; place < by_count.size(); ++place)
    places[by_count[place]] = static_cast<OccurrenceId>(place);
  return places;
}

}  // namespace broadsheet
