// phrase.h: words that must stand side by side. The index has no positions: the few papers that hold all
// the words are read again.
#pragma once

#include <string>
#include <vector>

#include "core/search/fields.h"

namespace broadsheet {

// Whether one text of the paper, in one of the fields, holds the folded tokens one after the other; what
// stands between tokens (blanks, hyphens, line ends) does not matter. Cost: O(text of these fields).
bool contains_phrase(const Paper& paper, FieldMask fields, const std::vector<std::string>& tokens);

}  // namespace broadsheet
