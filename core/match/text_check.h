// text_check.h: conditions on word order. The index has no positions, so the few papers that hold all the
// words are read again.
#pragma once

#include <string_view>

#include "core/digest/paper.h"
#include "core/query/query.h"

namespace broadsheet {

// Whether the clause asks for more than that its terms occur.
inline bool needs_reading(const Clause& clause) {
  return !clause.phrase.empty() || !clause.near.empty() || !clause.extra_field.empty();
}

// Whether the paper's text, in the clause's fields, has the phrase, the words near each other, or all the
// words in extra fields with that label. What separates tokens (blanks, hyphens, line ends) does not matter.
// Requires: a kText clause. Cost: O(text of these fields), times the clause's words (at most kMaxQueryTerms)
// unless it is a phrase.
bool holds_in_text(const Paper& paper, const Clause& clause);

}  // namespace broadsheet
