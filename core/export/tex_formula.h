// tex_formula.h: a formula of a digest inside a .bib file.
#pragma once

#include <string>
#include <string_view>

#include "core/export/tex_writer.h"

namespace broadsheet {

// Appends the formula, with its delimiters: a comment sign is escaped, braces pair as BibTeX counts them.
// Requires: a formula as formula_end() finds it. Cost: O(formula).
void append_tex_formula(std::string_view formula, const TexStyle& style, std::string& out);

// Whether a command, without its backslash, can do more than set text. Cost: O(log table).
bool is_unsafe_command(std::string_view name);

}  // namespace broadsheet
