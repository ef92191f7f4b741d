// highlight.h: where the words of a query occur in a text.
//
// Ranges are half-open, in bytes, at code point boundaries, sorted and disjoint.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/text_arena.h"
#include "core/match/openings.h"
#include "core/query/query.h"
#include "core/text/stemmer.h"

namespace broadsheet {

struct Hits {
  std::vector<ByteRange> ranges;
  std::vector<bool> terms;  // which scored terms of the query occur; for a phrase, all or none
};

class Highlighter {
 public:
  // The query must outlive this.
  explicit Highlighter(const Query& query);

  // The size of Hits::terms.
  size_t term_count() const { return term_count_; }

  // Cost: O(text * terms), of which there are at most kMaxQueryTerms.
  Hits find(std::string_view text, SearchField field);

 private:
  struct Part {  // a clause with scored terms
    const Clause* clause;
    size_t first_term;  // number of its first scored term
  };
  struct FoundToken {
    std::string_view folded;
    ByteRange range;
    uint32_t letters;  // letters before the digits of a word such as gpt4, otherwise 0
    bool ideograph;
    bool glued;
  };
  void tokenize_into_scratch(std::string_view text);
  // The range of the term if it begins at token i; otherwise empty.
  ByteRange match_word(const QueryTerm& term, size_t i);
  void find_words(const Part& part, Hits& hits);
  void find_phrase(const Part& part, Hits& hits) const;

  std::vector<Part> parts_;
  size_t term_count_ = 0;
  Stemmer stemmer_;
  // Quick tests that rule out most tokens.
  Openings openings_;
  std::bitset<256> last_bytes_;       // last bytes of ideographic terms
  std::vector<FoundToken> tokens_;    // scratch
  std::vector<uint32_t> candidates_;  // indices into tokens_ of those that may match a term
  std::string_view text_;             // the text of tokens_
  TextArena folded_;                  // what folding changed
};

}  // namespace broadsheet
