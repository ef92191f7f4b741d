#include "core/search/term_table.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {
namespace {

constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;

template <typename T>
T load(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// At most eight bytes as a number, zeros behind them. By loads of fixed size: a call of memcpy for a few
// bytes costs more than all the rest.
uint64_t load_up_to_8(const char* from, size_t size) {
  if (size >= 4) return load<uint32_t>(from) | uint64_t{load<uint32_t>(from + size - 4)} << (size - 4) * 8;
  const auto byte = [&](size_t i) { return uint64_t{static_cast<unsigned char>(from[i])} << i * 8; };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

uint64_t hash_of(std::string_view term) {
  uint64_t hash = term.size();
  const auto mix = [&](uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 32;
  };
  for (size_t i = 0; i + 8 < term.size(); i += 8) mix(load<uint64_t>(term.data() + i));
  mix(load<uint64_t>(term.data() + term.size() - 8));
  return hash * kMultiplier;
}

}  // namespace

TermTable::Keyed TermTable::key_of(std::string_view term) {
  const size_t size = term.size();
  if (size <= 8) return {load_up_to_8(term.data(), size), 0, 0};
  if (size <= kMostShortBytes) {
    // Its last four bytes, without those that the head has.
    const uint64_t tail = load<uint32_t>(term.data() + size - 4);
    return {load<uint64_t>(term.data()), static_cast<uint32_t>(tail >> (kMostShortBytes - size) * 8), 0};
  }
  const uint64_t hash = hash_of(term);
  return {hash | 0xFF, static_cast<uint32_t>(hash * kMultiplier >> 32), 0};
}

size_t TermTable::first_slot(const Keyed& key) const {
  uint64_t hash = (key.head ^ uint64_t{key.tail} << 29) * kMultiplier;
  // One product leaves patterns: pairs of ideographs then lie in long runs of slots.
  hash = (hash ^ hash >> 32) * kMultiplier;
  return hash >> 32 & (slots_.size() - 1);
}

uint32_t TermTable::intern(std::string_view term) { return intern(key_of(term), term); }

uint32_t TermTable::intern(const Keyed& key, std::string_view term) {
  size_t slot = first_slot(key);
  for (; slots_[slot].head != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Keyed& known = slots_[slot];
    if (known.has_key_of(key) && (!key.is_long() || text(known.value) == term)) return known.value;
  }
  const uint32_t number = size();
  slots_[slot] = {key.head, key.tail, number};
  terms_.push_back({key.head, key.tail, static_cast<uint32_t>(key.is_long() ? arena_.size() : term.size())});
  if (key.is_long()) arena_.append(1, static_cast<char>(term.size())).append(term);
  if (terms_.size() * 2 > slots_.size()) grow();
  return number;
}

void TermTable::intern_all(const TermTable& other, std::vector<uint32_t>& numbers) {
  constexpr uint32_t kNone = UINT32_MAX;
  const size_t first = numbers.size();
  numbers.resize(first + other.size());
  // No step waits for the one before, so that memory answers many at once.
  for (uint32_t i = 0; i < other.size(); ++i) {
    const Keyed& slot = slots_[first_slot(other.terms_[i])];
    const uint64_t difference = (slot.head ^ other.terms_[i].head) | (slot.tail ^ other.terms_[i].tail);
    numbers[first + i] = slot.value | (difference != 0 ? kNone : 0);
  }
  for (uint32_t i = 0; i < other.size(); ++i) {
    uint32_t& number = numbers[first + i];
    if (number == kNone || other.terms_[i].is_long()) number = intern(other.terms_[i], other.text(i));
  }
}

void TermTable::clear() {
  terms_.clear();
  arena_.clear();
  std::fill(slots_.begin(), slots_.end(), Keyed{});
}

void TermTable::grow() {
  std::vector<Keyed> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Keyed& each : old) {
    if (each.head == 0) continue;
    size_t slot = first_slot(each);
    while (slots_[slot].head != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = each;
  }
}

}  // namespace broadsheet
