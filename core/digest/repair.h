// repair.h: what a reader shows of a paper where the file holds an accident.
#pragma once

#include <optional>

#include "core/base/text_arena.h"
#include "core/digest/paper.h"

namespace broadsheet {

// The paper with its texts mended (core/text/control_repair.h), which are kept in `arena`; absent where there
// is nothing to mend. Cost: O(text).
std::optional<Paper> repaired(const Paper& paper, TextArena& arena);

// The paper as a reader sees it: mended, and without texts that only say that there is none.
Paper as_shown(const Paper& paper, TextArena& arena);

// Whether the paper has a TL;DR that is none of the texts that say that there is none (failure_text.h).
bool has_summary(const Paper& paper);

}  // namespace broadsheet
