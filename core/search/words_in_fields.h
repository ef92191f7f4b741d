// words_in_fields.h: which words of a query stand in a paper's title, authors, TL;DR and abstract, as the
// index knows it. What the order of words adds (proximity.h) needs two of them in one text: others are not
// read.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/search/fields.h"

namespace broadsheet {

class WordsInFields {
 public:
  // Nothing is known: any word may stand anywhere.
  static constexpr WordsInFields anywhere() {
    WordsInFields all;
    all.bits_ = 0xFFFFFFFF;
    return all;
  }

  // A scored term of the query, ready to be added. Those behind the seventh are not told apart: each counts
  // as two, so never too few are counted.
  static constexpr uint32_t place_of(size_t term) { return term < 7 ? 1u << term : 0b1100'0000u; }

  void add(uint32_t place, FieldMask fields) {
    static_assert(mask_of(SearchField::kTitle) == 1 && mask_of(SearchField::kAuthors) == 2 &&
                  mask_of(SearchField::kTldr) == 4 && mask_of(SearchField::kAbstract) == 128);
    bits_ |= ((fields & 1u) | (fields & 2u) << 7 | (fields & 4u) << 14 | (fields & 128u) << 17) * place;
  }

  // How many scored terms stand there: never fewer than there are.
  int in_title() const { return count(0); }
  int in_authors() const { return count(1); }
  int in_tldr() const { return count(2); }
  int in_abstract() const { return count(3); }

 private:
  // A bit of a byte is a term, a byte a field.
  int count(int field) const { return std::popcount(bits_ >> field * 8 & 0xFFu); }

  uint32_t bits_ = 0;
};

// What matching a query tells of a paper.
struct PaperScore {
  float score = 0;
  WordsInFields words;
};

}  // namespace broadsheet
