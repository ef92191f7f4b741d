// formula_spans.h: where formulas are in a text, and which dollars are money. The same rules as the page's
// (web/src/typeset/formula-spans.js).
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

// A longer stretch between delimiters is prose between two stray ones.
inline constexpr size_t kMaxFormulaBytes = 1500;

// The end of the formula that begins at `at` (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`, an environment); 0 if none
// does. Its braces are balanced. Requires: text[at] is `$` or a backslash. Cost: O(kMaxFormulaBytes).
size_t formula_end(std::string_view text, size_t at);

}  // namespace broadsheet
