// markdown_reader.h: papers out of Markdown of any dialect, known or not.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Reads digest.source into papers, categories and diagnostics, in the dialect that its text shows; a date
// that the text names goes to digest.date. Cost: O(text).
void read_markdown_digest(Digest& digest);

}  // namespace broadsheet
