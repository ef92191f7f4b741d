// captures.h: puts what a dialect's line says about a paper into the paper.
#pragma once

#include "core/base/text_arena.h"
#include "core/digest/line_pattern.h"
#include "core/digest/paper.h"

namespace broadsheet {

// Applies every capture of `match` except texts, which may run on. A capture without a field becomes an extra
// one. Dates are kept in `arena`. Cost: O(line), times log(categories).
void apply_captures(const LineMatch& match, Paper& paper, TextArena& arena);

// Puts the value of a key of front matter into `paper`, by the table of names; a key that means nothing
// becomes an extra field. Cost: O(value).
void apply_key(std::string_view key, std::string_view value, Paper& paper, TextArena& arena);

}  // namespace broadsheet
