// query_words.h: from a word or quotation of a query to its terms.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/query/query.h"
#include "core/text/stemmer.h"

namespace broadsheet {

struct WordStyle {
  bool quoted = false;      // exactly as written, in this order
  bool unfinished = false;  // the last word may go on
};

class QueryWords {
 public:
  // Sets the clause's terms, phrase and open_phrase from the words of `value` and a `*` or `~` at its end.
  // `begin`: of the value in the query's text. Stops at kMaxQueryTerms + 1 terms. Cost: O(value *
  // kMaxQueryTerms).
  void fill(std::string_view value, uint32_t begin, WordStyle style, Clause& clause);

  // The joined form of a compound such as low-rank, which may replace it; nothing if `value` is not a
  // compound. Requires: the clause was filled from this, not quoted.
  std::optional<QueryTerm> compound(std::string_view value, uint32_t begin, const Clause& clause);

  // The clause as one operand of NEAR: its word, or its tokens in order, each with its own source.
  static std::vector<QueryTerm> as_sequence(std::string_view value, uint32_t begin, const Clause& clause);

  // The phrase's tokens with those after the comma first, if `value` is a name as bibliographies write it
  // (`Groß, Jonas`); otherwise none. Requires: the phrase has the value's tokens. Cost: O(value).
  static std::vector<std::string> family_last(std::string_view value, const std::vector<std::string>& phrase);

  // Whether `value` is a capital letter with a full stop: `J.`.
  static bool is_initial(std::string_view value);

  // Sets the stem of the term's text.
  void find_stem(QueryTerm& term);

 private:
  void add_term(std::string_view text, ByteRange source, bool exact, Clause& clause);

  Stemmer stemmer_;
};

// Whether a folded word is the term's own, or begins with it if the term is a prefix. Cost: O(word).
inline bool matches_as_typed(const QueryTerm& term, std::string_view folded) {
  return folded == term.text || (term.prefix && folded.starts_with(term.text));
}

// Whether the term matches a token of a text; a pair of ideographs never does. Cost: O(token), plus stemming
// the tokens that begin like the term's stem.
bool matches_token(const QueryTerm& term, std::string_view folded, Stemmer& stemmer);

}  // namespace broadsheet
