#include "core/text/fold.h"

#include <array>
#include <cassert>
#include <iterator>

#include "core/text/fold_table.inc"
#include "core/text/utf8.h"

namespace broadsheet {

namespace {

// The tables as they are looked up. Written out they are most of what a page would have to load of them: the
// generated ones leave out what follows from the entries before.
class FoldTables {
 public:
  std::array<uint16_t, std::size(kFoldSteps)> entries;       // class and mapping of a character
  std::array<uint16_t, std::size(kFoldCounts) + 1> offsets;  // where a mapping begins in the pool
  std::string pool;

  FoldTables() {
    uint32_t last_new = 0;
    const uint16_t* repeated = kFoldRepeated;
    offsets[0] = offsets[1] = 0;
    uint32_t base = 0;
    for (size_t i = 0; i < entries.size(); ++i) {
      // Pages are numbered as characters need them.
      if (i % 128 == 0) base = first_character(i / 128, base);
      const uint32_t step = kFoldSteps[i] >> 2;
      const uint32_t mapping = step == 0 ? 0 : step == 1 ? ++last_new : *repeated++;
      entries[i] = static_cast<uint16_t>((kFoldSteps[i] & 3u) << 14 | mapping);
      if (step == 1) add_mapping(last_new, base + i % 128);
    }
  }

 private:
  static uint32_t first_character(size_t page, uint32_t after) {
    while (kFoldPages[after >> 7] != page) after += 128;
    return after;
  }
  void add_mapping(uint32_t mapping, uint32_t character) {
    for (uint32_t i = 0; i < kFoldCounts[mapping]; ++i) {
      last_ = (i == 0 ? character + distance_ : last_) + next_difference();
      if (i == 0) distance_ = last_ - character;
      append_utf8(last_, pool);
    }
    offsets[mapping + 1] = static_cast<uint16_t>(pool.size());
  }
  uint32_t next_difference() {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      value |= (*next_ & 0x7Fu) << shift;
      if ((*next_++ & 0x80u) == 0) break;
    }
    return (value & 1) == 0 ? value >> 1 : ~(value >> 1);
  }

  const uint8_t* next_ = kFoldDifferences;
  uint32_t distance_ = 0;
  uint32_t last_ = 0;
};
const FoldTables kTables;

uint32_t entry_of(uint32_t code_point) {
  return kTables.entries[kFoldPages[code_point >> 7] * 128u + (code_point & 127u)];
}

}  // namespace

FoldedChar fold_char(uint32_t code_point) {
  assert(code_point < 0x110000);
  const uint32_t entry = entry_of(code_point);
  const uint32_t mapping = entry & 0x3FFF;
  const auto char_class = static_cast<CharClass>(entry >> 14);
  if (mapping == 0) return {char_class, false, {}};
  const uint32_t begin = kTables.offsets[mapping];
  const uint32_t end = kTables.offsets[mapping + 1];
  return {char_class, true, std::string_view(kTables.pool).substr(begin, end - begin)};
}

size_t end_of_plain_ideographs(std::string_view text, size_t at) {
  constexpr uint32_t kPlain = static_cast<uint32_t>(CharClass::kIdeograph) << 14;
  for (; at + 3 <= text.size(); at += 3) {
    const CodePoint code_point = decode_utf8(text, at);
    if (code_point.length != 3 || entry_of(code_point.value) != kPlain) break;
  }
  return at;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint code_point = decode_utf8(text, i);
    const FoldedChar c = fold_char(code_point.value);
    folded.append(c.changed ? c.bytes : text.substr(i, code_point.length));
    i += code_point.length;
  }
  return folded;
}

}  // namespace broadsheet
