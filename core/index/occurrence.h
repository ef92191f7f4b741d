// occurrence.h: where in a paper a term occurs, and how often: its frequency in each field.
//
// A library has millions of postings but only some thousand different occurrences, and about a hundred of
// them ("once in the abstract") make up most postings. A segment lists its occurrences, most frequent first,
// and a posting names one by its place in that list, nearly always in one byte.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "core/index/fields.h"

namespace broadsheet {

struct Occurrence {
  std::array<uint8_t, kSearchFieldCount> frequencies{};  // saturate at 255

  void count_up(SearchField field) {
    uint8_t& frequency = frequencies[static_cast<size_t>(field)];
    frequency = static_cast<uint8_t>(frequency + (frequency < 255 ? 1 : 0));
  }
  FieldMask fields() const {
    FieldMask mask = 0;
    for (size_t i = 0; i < kSearchFieldCount; ++i) mask |= static_cast<FieldMask>((frequencies[i] > 0) << i);
    return mask;
  }
  // What it adds to its paper's length.
  uint32_t terms() const {
    uint32_t sum = 0;
    for (size_t i = 0; i < kSearchFieldCount; ++i) {
      if (counts_for_length(static_cast<SearchField>(i))) sum += frequencies[i];
    }
    return sum;
  }
  // The sum of its frequencies in `fields`, each times the field's weight. A segment computes it once for
  // each occurrence it lists and keeps it in a table, so field lengths cannot enter here (ranking.h).
  float weight_in(FieldMask fields) const {
    float sum = 0;
    for (size_t i = 0; i < kSearchFieldCount; ++i) {
      if ((fields >> i & 1) != 0) sum += kFieldWeights[i] * static_cast<float>(frequencies[i]);
    }
    return sum;
  }
  // The first eight frequencies and the last two, as numbers: faster than a call to compare ten bytes.
  uint64_t head() const {
    uint64_t value;
    std::memcpy(&value, frequencies.data(), sizeof value);
    return value;
  }
  uint64_t tail() const { return uint64_t{frequencies[8]} << 8 | frequencies[9]; }
  bool operator==(const Occurrence& other) const { return head() == other.head() && tail() == other.tail(); }
};
static_assert(sizeof(Occurrence) == kSearchFieldCount);

using OccurrenceId = uint16_t;

struct CountedOccurrence {
  Occurrence occurrence = {};
  uint16_t unused = 0;
  uint32_t count = 0;
};
static_assert(sizeof(CountedOccurrence) == 16);

// Numbers occurrences in the order they appear, and counts them. It is both an open-addressing table and an
// automaton: for each occurrence seen, it knows which one a further hit leads to.
class OccurrenceTable {
 public:
  OccurrenceTable() : slots_(kFirstSlots) {}

  // Cost: O(1), amortized.
  OccurrenceId intern(const Occurrence& occurrence, uint32_t count);
  // The number of the occurrence with one more hit in `field`. Cost: O(1); one load, except the first time.
  OccurrenceId with_hit(OccurrenceId id, SearchField field) {
    const OccurrenceId next = successors_[static_cast<size_t>(field)][id];
    return next != kNone ? next : add_successor(id, field);
  }
  void count_up(OccurrenceId id) { ++all_[id].count; }

  // Occurrences that were only steps towards others have a count of 0.
  const std::vector<CountedOccurrence>& all() const { return all_; }

  // For each number, its place when the most frequent come first.
  std::vector<OccurrenceId> places_by_count() const;

 private:
  // Only hostile text gets here: real libraries have some ten thousand. Beyond it, a new occurrence's
  // frequencies count as one each.
  static constexpr size_t kMost = 60000;
  static constexpr OccurrenceId kNone = UINT16_MAX;
  static constexpr size_t kFirstSlots = size_t{1} << 10;

  struct Slot {
    Occurrence occurrence = {};
    OccurrenceId id = kNone;
  };
  Slot& slot_of(const Occurrence& occurrence);  // its own, or the free one where it belongs
  void add(Slot& slot, const Occurrence& occurrence);
  OccurrenceId add_successor(OccurrenceId id, SearchField field);
  void grow();

  std::vector<CountedOccurrence> all_;
  std::array<std::vector<OccurrenceId>, kSearchFieldCount> successors_;  // by field, then by number
  std::vector<Slot> slots_;                                              // a power of two, at most half full
};

}  // namespace broadsheet
