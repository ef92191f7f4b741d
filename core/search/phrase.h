// phrase.h: words that must stand side by side. The index has no positions: the few papers that hold all
// the words are read again.
#pragma once

#include <string_view>

#include "core/digest/paper.h"
#include "core/search/query.h"

namespace broadsheet {

// Whether one text of the paper, in one of the clause's fields, holds its phrase; what stands between tokens
// (blanks, hyphens, line ends) does not matter. Cost: O(text of these fields).
bool contains_phrase(const Paper& paper, const Clause& clause);

// Whether a token of a text is the one that the phrase has at this place.
bool matches_phrase_token(const Clause& clause, size_t place, std::string_view token);

}  // namespace broadsheet
