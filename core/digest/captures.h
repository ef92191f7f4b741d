// captures.h: what a dialect's line says of a paper, put into the paper.
#pragma once

#include "core/base/text_arena.h"
#include "core/digest/line_pattern.h"
#include "core/digest/paper.h"

namespace broadsheet {

// Every capture of `match` but texts, which may run on. What has no field is kept as an extra one.
// Dates are kept in `arena`.
void apply_captures(const LineMatch& match, Paper& paper, TextArena& arena);

}  // namespace broadsheet
