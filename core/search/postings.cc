#include "core/search/postings.h"

#include <algorithm>

namespace broadsheet {

void append_postings(std::span<const uint32_t> papers, std::span<const OccurrenceId> occurrences,
                     uint32_t paper_count, std::vector<uint8_t>& out) {
  const auto size = static_cast<uint32_t>(papers.size());
  const bool dense = size > paper_count / kDenseOneIn;
  const auto is_exception = [](OccurrenceId id) { return id >= kExceptionCode; };
  const auto exceptions =
      static_cast<uint32_t>(std::count_if(occurrences.begin(), occurrences.end(), is_exception));
  append_varint(size << 2 | (exceptions > 0 ? 2u : 0u) | (dense ? 1u : 0u), out);
  if (exceptions > 0) {
    append_varint(exceptions, out);
    uint32_t last = 0;
    for (uint32_t i = 0; i < size; ++i) {
      if (!is_exception(occurrences[i])) continue;
      append_varint(i - last, out);
      append_varint(occurrences[i] - uint32_t{kExceptionCode}, out);
      last = i;
    }
  }
  for (const OccurrenceId id : occurrences)
    out.push_back(is_exception(id) ? kExceptionCode : static_cast<uint8_t>(id));
  if (!dense) {
    uint32_t next = 0;
    for (const uint32_t paper : papers) {
      append_varint(paper - next, out);
      next = paper + 1;
    }
    return;
  }
  const size_t begin = out.size();
  out.resize(begin + (paper_count + 63) / 64 * 8);
  for (const uint32_t paper : papers)
    out[begin + paper / 8] = static_cast<uint8_t>(out[begin + paper / 8] | 1u << paper % 8);
}

bool are_valid_postings(ByteSpan bytes, uint32_t paper_count, size_t occurrence_count) {
  ByteReader reader(bytes);
  const uint32_t head = reader.varint();
  const uint32_t size = head >> 2;
  if (size == 0 || size > paper_count) return false;
  std::vector<uint32_t> exception_places;
  if ((head & 2) != 0) {
    const uint32_t count = reader.varint();
    if (count == 0 || count > size) return false;
    uint32_t place = 0;
    for (uint32_t i = 0; i < count && !reader.failed(); ++i) {
      const uint32_t step = reader.varint();
      if (step >= size || (i > 0 && step == 0)) return false;
      place += step;
      if (place >= size || reader.varint() + uint64_t{kExceptionCode} >= occurrence_count) return false;
      exception_places.push_back(place);
    }
  }
  const ByteSpan codes = reader.bytes(size);
  if (reader.failed()) return false;
  size_t next_exception = 0;
  for (uint32_t i = 0; i < size; ++i) {
    if (codes[i] != kExceptionCode) {
      if (codes[i] >= occurrence_count) return false;
    } else if (next_exception == exception_places.size() || exception_places[next_exception++] != i) {
      return false;
    }
  }
  if (next_exception != exception_places.size()) return false;
  if ((head & 1) == 0) {
    uint64_t next = 0;
    for (uint32_t i = 0; i < size; ++i) next += uint64_t{reader.varint()} + 1;
    return !reader.failed() && reader.at_end() && next <= paper_count;
  }
  const ByteSpan words = reader.bytes((paper_count + 63) / 64 * 8);
  if (reader.failed() || !reader.at_end()) return false;
  uint64_t count = 0;
  for (size_t i = 0; i < words.size(); i += 8) {
    uint64_t word;
    std::memcpy(&word, words.data() + i, 8);
    const uint64_t behind = paper_count - i * 8;
    if (behind < 64 && word >> behind != 0) return false;
    count += static_cast<uint64_t>(std::popcount(word));
  }
  return count == size;
}

}  // namespace broadsheet
