#include "core/index/occurrence.h"

#include "core/base/order.h"

namespace broadsheet {

OccurrenceTable::Slot& OccurrenceTable::slot_of(const Occurrence& occurrence) {
  const uint64_t hash = (occurrence.head() ^ occurrence.tail() << 32) * 0x9E3779B97F4A7C15ULL;
  size_t at = hash >> 32 & (slots_.size() - 1);
  while (slots_[at].id != kNone && !(slots_[at].occurrence == occurrence))
    at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

OccurrenceId OccurrenceTable::intern(const Occurrence& occurrence, uint32_t count) {
  Slot* slot = &slot_of(occurrence);
  if (slot->id == kNone && all_.size() >= kMost) {
    Occurrence flat = occurrence;
    for (uint8_t& frequency : flat.frequencies) frequency = frequency > 0 ? 1 : 0;
    slot = &slot_of(flat);
    if (slot->id == kNone) add(*slot, flat);
  } else if (slot->id == kNone) {
    add(*slot, occurrence);
  }
  const OccurrenceId id = slot->id;
  all_[id].count += count;
  if (all_.size() * 2 > slots_.size()) grow();
  return id;
}

void OccurrenceTable::add(Slot& slot, const Occurrence& occurrence) {
  slot = {occurrence, static_cast<OccurrenceId>(all_.size())};
  all_.push_back({.occurrence = occurrence});
  for (auto& of_field : successors_) of_field.push_back(kNone);
}

OccurrenceId OccurrenceTable::add_successor(OccurrenceId id, SearchField field) {
  Occurrence occurrence = all_[id].occurrence;
  occurrence.count_up(field);
  const OccurrenceId next = intern(occurrence, 0);
  successors_[static_cast<size_t>(field)][id] = next;
  return next;
}

void OccurrenceTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (size_t id = 0; id < all_.size(); ++id)
    slot_of(all_[id].occurrence) = {all_[id].occurrence, static_cast<OccurrenceId>(id)};
}

std::vector<OccurrenceId> OccurrenceTable::places_by_count() const {
  const std::vector<uint32_t> by_count =
      order_of(all_.size(), [&](uint32_t a, uint32_t b) { return all_[a].count > all_[b].count; });
  std::vector<OccurrenceId> places(all_.size());
  for (size_t place = 0; place < by_count.size(); ++place)
    places[by_count[place]] = static_cast<OccurrenceId>(place);
  return places;
}

}  // namespace broadsheet
