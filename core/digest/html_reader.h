// html_reader.h: papers from a page of HTML, by the structure of its blocks.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Reads digest.source, for which looks_like_html() holds, into papers and categories: as Markdown that says
// the same (html_lines.h), which takes the place of the source. Lines are those of the page. Cost: O(text),
// times log(categories).
void read_html_digest(Digest& digest, DiagnosticList& diagnostics);

}  // namespace broadsheet
