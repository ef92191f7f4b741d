// repair.h: a paper as shown to readers, with accidents in the file repaired.
#pragma once

#include <optional>

#include "core/base/text_arena.h"
#include "core/digest/paper.h"

namespace broadsheet {

// The paper with its texts mended (core/text/control_repair.h) and kept in `arena`; absent if there is
// nothing to mend. Cost: O(text).
std::optional<Paper> repaired(const Paper& paper, TextArena& arena);

// The paper without U+0000 in those texts, kept in `arena`; absent if there is none. Cost: O(text).
std::optional<Paper> without_zeros(const Paper& paper, TextArena& arena);

// Writes the authors' names as they are shown, without TeX (`M\"uller` is `Müller`), into `arena`: they are
// compared as texts, and a person is one author however a file writes the name. Cost: O(names).
void spell_authors(Paper& paper, TextArena& arena);

// The paper as a reader sees it: mended, with authors as they are shown, and without failure texts
// (failure_text.h). Cost: O(text).
Paper as_shown(const Paper& paper, TextArena& arena);

// Whether the paper has a TL;DR that is not a failure text (failure_text.h). Cost: O(1).
bool has_summary(const Paper& paper);

}  // namespace broadsheet
