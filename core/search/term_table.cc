#include "core/search/term_table.h"

#include <algorithm>

namespace broadsheet {
namespace {

std::array<uint64_t, 2> head_of(std::string_view term) {
  std::array<uint64_t, 2> head{};
  // Loads of fixed size: a call of memcpy for a few bytes costs more than all the rest.
  const auto load = [](const char* from, size_t size) {
    uint64_t value = 0;
    if (size >= 8) {
      std::memcpy(&value, from, 8);
    } else if (size >= 4) {
      uint32_t low = 0;
      uint32_t high = 0;
      std::memcpy(&low, from, 4);
      std::memcpy(&high, from + size - 4, 4);
      value = low | uint64_t{high} << (size - 4) * 8;
    } else {
      for (size_t i = 0; i < size; ++i) value |= uint64_t{static_cast<unsigned char>(from[i])} << i * 8;
    }
    return value;
  };
  head[0] = load(term.data(), term.size());
  if (term.size() > 8) head[1] = load(term.data() + 8, term.size() - 8);
  return head;
}

uint32_t hash_of(const std::array<uint64_t, 2>& head, std::string_view tail) {
  constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
  uint64_t hash = (head[0] ^ (head[1] * kMultiplier >> 17)) * kMultiplier;
  for (const char byte : tail) hash = (hash ^ static_cast<unsigned char>(byte)) * kMultiplier;
  // One product leaves patterns: pairs of ideographs then lie in long runs of slots.
  hash = (hash ^ hash >> 32) * kMultiplier;
  return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

uint32_t TermTable::intern(std::string_view term) {
  const std::array<uint64_t, 2> head = head_of(term);
  const std::string_view tail = term.substr(std::min(term.size(), kHeadBytes));
  return intern({head, 0, static_cast<uint32_t>(term.size()), hash_of(head, tail)}, term);
}

uint32_t TermTable::intern(const Entry& entry, std::string_view term) {
  const bool is_long = term.size() > kHeadBytes;
  const size_t mask = slots_.size() - 1;
  size_t slot = entry.hash & mask;
  for (; slots_[slot].number != 0; slot = (slot + 1) & mask) {
    if (slots_[slot].hash != entry.hash) continue;
    const uint32_t number = slots_[slot].number - 1;
    const Entry& known = entries_[number];
    if (known.head[0] == entry.head[0] && known.head[1] == entry.head[1] && known.size == entry.size &&
        (!is_long || text(number) == term))
      return number;
  }
  const uint32_t number = size();
  slots_[slot] = {entry.hash, number + 1};
  entries_.push_back(entry);
  entries_.back().arena_offset = static_cast<uint32_t>(arena_.size());
  if (is_long) arena_.append(term);
  if (entries_.size() * 2 > slots_.size()) grow();
  return number;
}

void TermTable::clear() {
  entries_.clear();
  arena_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{});
}

void TermTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& each : old) {
    if (each.number == 0) continue;
    size_t slot = each.hash & mask;
    while (slots_[slot].number != 0) slot = (slot + 1) & mask;
    slots_[slot] = each;
  }
}

}  // namespace broadsheet
