// markdown_reader.h: papers from Markdown of any dialect, known or not.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Reads digest.source into papers and categories, in the dialect it appears to be in; a date in the text goes
// to digest.date. Cost: O(text), times log(categories).
void read_markdown_digest(Digest& digest, DiagnosticList& diagnostics);

}  // namespace broadsheet
