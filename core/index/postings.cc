#include "core/index/postings.h"

#include <algorithm>

#include "core/base/hot.h"

namespace broadsheet {

namespace {

constexpr size_t kMostVarintBytes = 5;

size_t dense_bytes(uint32_t paper_count) { return (size_t{paper_count} + 63) / 64 * 8; }

uint32_t varint_bytes(uint32_t value) {
  uint32_t bytes = 1;
  for (; value >= 0x80; value >>= 7) ++bytes;
  return bytes;
}

uint8_t* write_varint(uint32_t value, uint8_t* to) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<uint8_t>(value | 0x80);
  *to++ = static_cast<uint8_t>(value);
  return to;
}

bool is_exception(const Posting& posting) { return posting.occurrence >= kExceptionCode; }

// Calls visit(places since the last one, occurrence - 255) for each exception.
template <typename Visit>
void for_each_exception(std::span<const Posting> postings, Visit&& visit) {
  uint32_t last = 0;
  for (uint32_t i = 0; i < postings.size(); ++i) {
    if (!is_exception(postings[i])) continue;
    visit(i - last, postings[i].occurrence - uint32_t{kExceptionCode});
    last = i;
  }
}

}  // namespace

size_t most_posting_bytes(size_t size, uint32_t paper_count) {
  return kMostVarintBytes * 2 + size * (1 + kMostVarintBytes * 3) + dense_bytes(paper_count);
}

uint8_t* write_postings(std::span<const Posting> postings, uint32_t paper_count, uint8_t* to) {
  const auto size = static_cast<uint32_t>(postings.size());
  const bool dense = size > paper_count / kDenseOneIn;
  uint32_t exception_bytes = 0;
  for_each_exception(postings, [&](uint32_t places, uint32_t occurrence) {
    exception_bytes += varint_bytes(places) + varint_bytes(occurrence);
  });
  to = write_varint(size << 2 | (exception_bytes > 0 ? 2u : 0u) | (dense ? 1u : 0u), to);
  if (exception_bytes > 0) {
    to = write_varint(exception_bytes, to);
    for_each_exception(postings, [&](uint32_t places, uint32_t occurrence) {
      to = write_varint(occurrence, write_varint(places, to));
    });
  }
  for (const Posting& posting : postings)
    *to++ = is_exception(posting) ? kExceptionCode : static_cast<uint8_t>(posting.occurrence);
  if (dense) {
    std::fill_n(to, dense_bytes(paper_count), uint8_t{0});
    for (const Posting& posting : postings)
      to[posting.paper / 8] = static_cast<uint8_t>(to[posting.paper / 8] | 1u << posting.paper % 8);
    return to + dense_bytes(paper_count);
  }
  uint32_t next = 0;
  for (const Posting& posting : postings) {
    to = write_varint(posting.paper - next, to);
    next = posting.paper + 1;
  }
  return to;
}

BROADSHEET_HOT bool are_valid_postings(ByteSpan bytes, uint32_t paper_count, size_t occurrence_count) {
  ByteReader reader(bytes);
  const uint32_t head = reader.varint();
  const uint32_t size = head >> 2;
  if (size == 0 || size > paper_count) return false;
  std::vector<uint32_t> exception_places;
  if ((head & 2) != 0) {
    ByteReader exceptions(reader.bytes(reader.varint()));
    if (reader.failed() || exceptions.at_end()) return false;
    uint32_t place = 0;
    while (!exceptions.at_end()) {
      const uint32_t step = exceptions.varint();
      if (step >= size || (!exception_places.empty() && step == 0)) return false;
      place += step;
      if (place >= size || exceptions.varint() + uint64_t{kExceptionCode} >= occurrence_count) return false;
      if (exceptions.failed()) return false;
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
  const ByteSpan words = reader.bytes(dense_bytes(paper_count));
  if (reader.failed() || !reader.at_end()) return false;
  uint64_t count = 0;
  for (size_t i = 0; i < words.size(); i += 8) {
    uint64_t word;
    std::memcpy(&word, words.data() + i, 8);
    const uint64_t left = paper_count - i * 8;
    if (left < 64 && word >> left != 0) return false;
    count += static_cast<uint64_t>(std::popcount(word));
  }
  return count == size;
}

void PostingList::add_to(Bits& papers) const {
  if (dense_) {
    const std::span<uint64_t> words = papers.words();
    for (size_t i = 0; i < words.size(); ++i) words[i] |= word(i);
    return;
  }
  const uint8_t* cursor = papers_;
  uint32_t paper = 0;
  for (uint32_t i = 0; i < size_; ++i, ++paper) {
    paper += read_varint(cursor);
    papers.set(paper);
  }
}

void PostingList::keep_in(Bits& papers, Bits& scratch) const {
  if (dense_) {
    const std::span<uint64_t> words = papers.words();
    for (size_t i = 0; i < words.size(); ++i) words[i] &= word(i);
    return;
  }
  scratch.assign(papers.size());
  add_to(scratch);
  papers &= scratch;
}

bool PostingList::find_some(const RankedBits& wanted, Batch& batch) const {
  const uint32_t first = batch.paper;
  if (first == paper_count_) return false;
  batch.size = 0;
  batch.paper = std::min(paper_count_, first + Batch::kPapers);
  if (size_ < wanted.size())
    find_by_list(wanted, first, batch);
  else
    find_by_wanted(wanted, first, batch);
  return true;
}

void PostingList::find_by_list(const RankedBits& wanted, uint32_t first, Batch& batch) const {
  for (uint32_t i = first / 64; i * 64 < batch.paper; ++i) {
    const uint64_t all = word(i);
    for (uint64_t bits = all & wanted.words()[i]; bits != 0; bits &= bits - 1) {
      const uint64_t below = (bits & (~bits + 1)) - 1;
      const uint32_t paper = i * 64 + static_cast<uint32_t>(std::countr_zero(bits));
      batch.found[batch.size++] = {wanted.rank(paper),
                                   batch.place + static_cast<uint32_t>(std::popcount(all & below))};
    }
    batch.place += static_cast<uint32_t>(std::popcount(all));
  }
}

void PostingList::find_by_wanted(const RankedBits& wanted, uint32_t first, Batch& batch) const {
  std::array<uint32_t, Batch::kWords> places;  // of the first posting in each word
  for (uint32_t i = 0; first + i * 64 < batch.paper; ++i) {
    places[i] = batch.place;
    batch.place += static_cast<uint32_t>(std::popcount(word(first / 64 + i)));
  }
  const std::span<const uint32_t> papers = wanted.members();
  for (; batch.rank < papers.size() && papers[batch.rank] < batch.paper; ++batch.rank) {
    const uint32_t paper = papers[batch.rank];
    const uint64_t all = word(paper / 64);
    const uint64_t below = (uint64_t{1} << paper % 64) - 1;
    // Always written: whether the list has the paper is unpredictable.
    batch.found[batch.size] = {
        batch.rank, places[(paper - first) / 64] + static_cast<uint32_t>(std::popcount(all & below))};
    batch.size += all >> paper % 64 & 1;
  }
}

}  // namespace broadsheet
