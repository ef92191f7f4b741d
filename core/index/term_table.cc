#include "core/index/term_table.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {
namespace {

template <typename T>
T load(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// At most eight bytes as a number, padded with zeros. Uses loads of fixed size: for a few bytes, calling
// memcpy costs more than all the rest.
uint64_t load_up_to_8(const char* from, size_t size) {
  if (size >= 4) return load<uint32_t>(from) | uint64_t{load<uint32_t>(from + size - 4)} << (size - 4) * 8;
  const auto byte = [&](size_t i) { return uint64_t{static_cast<unsigned char>(from[i])} << i * 8; };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

}  // namespace

uint64_t TermTable::hash_of(std::string_view term) {
  uint64_t hash = term.size();
  const auto mix = [&](uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 32;
  };
  for (size_t i = 0; i + 8 < term.size(); i += 8) mix(load<uint64_t>(term.data() + i));
  mix(load<uint64_t>(term.data() + term.size() - 8));
  return hash * kMultiplier;
}

TermTable::Keyed TermTable::key_of(std::string_view term) {
  const size_t size = term.size();
  if (size <= 8) return {load_up_to_8(term.data(), size), 0, static_cast<uint32_t>(size)};
  if (size <= kMostShortBytes) {
    // The term's last four bytes, without those already in the head.
    const uint64_t tail = load<uint32_t>(term.data() + size - 4);
    return {load<uint64_t>(term.data()), static_cast<uint32_t>(tail >> (kMostShortBytes - size) * 8),
            static_cast<uint32_t>(size)};
  }
  const uint64_t hash = hash_of(term);
  return {hash | 0xFF, static_cast<uint32_t>(hash * kMultiplier >> 32), 0};
}

uint32_t TermTable::intern(std::string_view term) {
  const Keyed key = key_of(term);
  return key.is_long() ? intern_long(key, term) : intern_short(key, first_slot(key));
}

uint32_t TermTable::intern_long(const Keyed& key, std::string_view term) {
  size_t slot = first_slot(key);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const uint32_t number = slots_[slot] - 1;
    if (terms_[number + 1].has_key_of(key) && text(number) == term) return number;
  }
  slots_[slot] = end_;
  terms_[end_] = {key.head, key.tail, static_cast<uint32_t>(arena_.size())};
  arena_.append(1, static_cast<char>(term.size())).append(term);
  if (++end_ == terms_.size()) grow();
  return end_ - 2;
}

void TermTable::intern_all(const TermTable& other, std::vector<uint32_t>& numbers) {
  constexpr uint32_t kNone = UINT32_MAX;
  const size_t count = other.size();
  const size_t first = numbers.size();
  numbers.resize(first + count);
  uint32_t* const found = numbers.data() + first;
  const Keyed* const wanted = other.terms_.data() + 1;
  // No step waits for the one before, so memory serves many at once.
  for (size_t i = 0; i < count; ++i) found[i] = slots_[first_slot(wanted[i])];
  for (size_t i = 0; i < count; ++i) {
    const Keyed& known = terms_[found[i]];
    const uint64_t difference = (known.head ^ wanted[i].head) | (known.tail ^ wanted[i].tail);
    found[i] = difference != 0 ? kNone : found[i] - 1;
  }
  for (uint32_t i = 0; i < count; ++i) {
    if (wanted[i].is_long()) {
      found[i] = intern_long(wanted[i], other.text(i));
    } else if (found[i] == kNone) {
      found[i] = intern_short(wanted[i], first_slot(wanted[i]));
    }
  }
}

void TermTable::clear() {
  end_ = 1;
  arena_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

void TermTable::grow() {
  terms_.resize(terms_.size() * 2);
  slots_.assign(slots_.size() * 2, 0);
  for (uint32_t place = 1; place < end_; ++place) {
    size_t slot = first_slot(terms_[place]);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = place;
  }
}

}  // namespace broadsheet
