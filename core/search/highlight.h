// highlight.h: where in a text the words of a query stand.
//
// Ranges are half-open, in bytes, on code points, sorted and disjoint.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/search/openings.h"
#include "core/search/query.h"
#include "core/text/stemmer.h"

namespace broadsheet {

struct ByteRange {
  uint32_t begin;
  uint32_t end;
};

struct Hits {
  std::vector<ByteRange> ranges;
  std::vector<bool> terms;  // which scored terms of the query occur; of a phrase: all or none
};

class Highlighter {
 public:
  explicit Highlighter(const Query& query);

  // How many terms Hits::terms speaks of.
  size_t term_count() const { return term_count_; }

  // Cost: O(text * terms).
  Hits find(std::string_view text, SearchField field);

 private:
  struct Part {  // a clause that is not negated
    const Clause* clause;
    size_t first_term;
  };
  struct FoundToken {
    std::string_view folded;
    ByteRange range;
    uint32_t letters;  // before the digits of a word such as gpt4, else 0
    bool ideograph;
    bool glued;
  };
  void tokenize_into_scratch(std::string_view text);
  // Where the term stands from token i on; empty if it does not.
  ByteRange match_word(const QueryTerm& term, size_t i);
  void find_words(const Part& part, Hits& hits);
  void find_phrase(const Part& part, Hits& hits) const;

  const Query& query_;
  std::vector<Part> parts_;
  size_t term_count_ = 0;
  Stemmer stemmer_;
  // Of the terms: no other token needs a closer look.
  Openings openings_;
  std::bitset<256> last_bytes_;       // of those of ideographs
  std::vector<FoundToken> tokens_;    // scratch
  std::vector<uint32_t> candidates_;  // of tokens_: those that may be a term's
  std::string_view text_;             // that tokens_ are of
  TextArena folded_;                  // what folding has changed
};

}  // namespace broadsheet
