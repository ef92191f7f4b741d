// words_in_fields.h: which words of a query the index finds in a paper's title, authors, TL;DR and abstract.
// Proximity (proximity.h) needs two words in the same text; texts with fewer are not read.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/index/fields.h"

namespace broadsheet {

class WordsInFields {
 public:
  // Nothing is known: any word may be anywhere.
  static constexpr WordsInFields anywhere() {
    WordsInFields all;
    all.bits_ = 0xFFFFFFFF;
    return all;
  }

  // The bits of a scored term, for add(). Terms after the seventh share two bits: each counts as two, so
  // counts are never too low.
  static constexpr uint32_t place_of(size_t term) { return term < 7 ? 1u << term : 0b1100'0000u; }

  void add(uint32_t place, FieldMask fields) {
    static_assert(mask_of(SearchField::kTitle) == 1 && mask_of(SearchField::kAuthors) == 2 &&
                  mask_of(SearchField::kTldr) == 4 && mask_of(SearchField::kAbstract) == 128);
    bits_ |= ((fields & 1u) | (fields & 2u) << 7 | (fields & 4u) << 14 | (fields & 128u) << 17) * place;
  }

  // How many scored terms the field has. May be too high; too low only above 8.
  int in_title() const { return count(0); }
  int in_authors() const { return count(1); }
  int in_tldr() const { return count(2); }
  int in_abstract() const { return count(3); }

 private:
  // One byte per field, one bit per term.
  int count(int field) const { return std::popcount(bits_ >> field * 8 & 0xFFu); }

  uint32_t bits_ = 0;
};

// What matching a query yields for a paper.
struct PaperScore {
  float score = 0;
  WordsInFields words;
};

}  // namespace broadsheet
