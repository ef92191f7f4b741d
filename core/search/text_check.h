// text_check.h: conditions on the order of words. The index has no positions: the few papers that hold all
// the words are read again.
#pragma once

#include <string_view>

#include "core/digest/paper.h"
#include "core/search/query.h"

namespace broadsheet {

// Whether holding the clause's terms is not all that it asks for.
inline bool needs_reading(const Clause& clause) {
  return !clause.phrase.empty() || !clause.near.empty() || !clause.extra_field.empty();
}

// Whether the paper, in the clause's fields, has the phrase, the words near each other, or all the words in
// extra fields of that label. What stands between tokens (blanks, hyphens, line ends) does not matter.
// Requires: a kText clause. Cost: O(text of these fields).
bool holds_in_text(const Paper& paper, const Clause& clause);

// Whether a token of a text is the one that the phrase has at this place.
bool matches_phrase_token(const Clause& clause, size_t place, std::string_view token);

}  // namespace broadsheet
