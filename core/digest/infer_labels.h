// infer_labels.h: describes the labels of papers' fields in a text of no known dialect.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/digest/dialect.h"
#include "core/digest/infer_units.h"

namespace broadsheet {

// Adds a pattern unless it is there.
void add_pattern(std::vector<LinePattern>& patterns, std::string_view text, TextArena& arena);

// Adds to the dialect's header and groups what labels the lines of the papers. `is_whole`: the one paper is
// the file. Cost: O(text * log of its labels).
void describe_labels(std::string_view text, size_t begin, std::span<const AcceptedUnit> papers, bool is_whole,
                     TextArena& arena, Dialect& dialect);

}  // namespace broadsheet
