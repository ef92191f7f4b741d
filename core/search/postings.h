// postings.h: the bytes of a posting list.
//
// One posting: varint(paper delta * 2 + one), then
//   one = 1: a byte, field * 16 + term frequency (1 to 15): the term occurs in one field
//   one = 0: varint(field mask), then varint(term frequency) for every field of the mask, lowest first.
// Papers ascend; the first delta counts from 0.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/search/fields.h"

namespace broadsheet {

using FieldFrequencies = std::array<uint16_t, kSearchFieldCount>;

inline void append_varint(uint32_t value, std::vector<uint8_t>& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<uint8_t>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<uint8_t>(value));
}

inline uint32_t read_varint(const uint8_t*& cursor) {
  uint32_t value = 0;
  for (uint32_t shift = 0;; shift += 7) {
    const uint8_t byte = *cursor++;
    value |= static_cast<uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

inline void append_posting(uint32_t paper_delta, const FieldFrequencies& frequencies,
                           std::vector<uint8_t>& out) {
  uint32_t mask = 0;
  uint32_t last_field = 0;
  for (uint32_t field = 0; field < kSearchFieldCount; ++field) {
    if (frequencies[field] == 0) continue;
    mask |= 1u << field;
    last_field = field;
  }
  if (mask == 1u << last_field && frequencies[last_field] < 16) {
    append_varint(paper_delta * 2 + 1, out);
    out.push_back(static_cast<uint8_t>(last_field << 4 | frequencies[last_field]));
    return;
  }
  append_varint(paper_delta * 2, out);
  append_varint(mask, out);
  for (uint32_t field = 0; field < kSearchFieldCount; ++field) {
    if (frequencies[field] > 0) append_varint(frequencies[field], out);
  }
}

// Walks a list made by append_posting: calls visit(paper, field, term frequency) for every field of every
// posting. Requires: bytes written by append_posting.
template <typename Visit>
void for_each_posting(const uint8_t* cursor, const uint8_t* end, Visit&& visit) {
  uint32_t paper = 0;
  while (cursor < end) {
    const uint32_t head = read_varint(cursor);
    paper += head >> 1;
    if (head & 1) {
      const uint8_t byte = *cursor++;
      visit(paper, static_cast<uint32_t>(byte >> 4), static_cast<uint32_t>(byte & 15));
      continue;
    }
    for (uint32_t mask = read_varint(cursor); mask != 0; mask &= mask - 1) {
      uint32_t field = 0;
      while ((mask >> field & 1) == 0) ++field;
      visit(paper, field, read_varint(cursor));
    }
  }
}

}  // namespace broadsheet
