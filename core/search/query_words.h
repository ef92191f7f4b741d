// query_words.h: from a word or quotation of a query to the terms that it asks for.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/search/query.h"
#include "core/text/stemmer.h"

namespace broadsheet {

struct WordStyle {
  bool quoted = false;      // as it stands, in this order
  bool unfinished = false;  // the last word may go on
};

class QueryWords {
 public:
  // Terms, phrase and open_phrase of the clause, by the words of `value` and a `*` or `~` at its end.
  void fill(std::string_view value, WordStyle style, Clause& clause);

  // The joined form of a compound such as low-rank, which also stands for it; nothing if `value` is none.
  // Requires: the clause was filled from `value`, not quoted.
  std::optional<QueryTerm> compound(std::string_view value, const Clause& clause);

  // The clause as one place in a text: its word, or its tokens in order.
  static std::vector<QueryTerm> as_sequence(std::string_view value, const Clause& clause);

 private:
  void find_stem(QueryTerm& term);
  void add_term(std::string_view text, bool exact, Clause& clause);

  Stemmer stemmer_;
};

// Whether a token of a text is one that the term asks for; pairs of ideographs are none.
// Cost: O(token), and a stem for those that begin as the term's.
bool matches_token(const QueryTerm& term, std::string_view folded, Stemmer& stemmer);

}  // namespace broadsheet
