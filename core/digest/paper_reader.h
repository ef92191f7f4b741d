// paper_reader.h: reads one paper of dialect R out of its stretch of the file.
//
// The grammar (docs/digest-format.md): heading, authors, `Main category:`, `TL;DR:` up to `<details>`, then
// Motivation, Method, Result, Conclusion, Abstract up to the last `</details>`. A label opens a field only
// behind a blank line or the summary line, and only if it comes later in that order than the field that is
// open.
#pragma once

#include <string_view>
#include <vector>

#include "core/digest/diagnostic.h"
#include "core/digest/paper.h"
#include "core/digest/text_slices.h"

namespace broadsheet {

// Reads the paper whose heading begins at `begin` and whose stretch ends before `end` (bytes in `source`).
// Requires: the first line satisfies parse_paper_heading. Cost: O(end - begin).
Paper read_paper(std::string_view source, size_t begin, size_t end, LineCounter& lines,
                 std::vector<Diagnostic>& diagnostics);

}  // namespace broadsheet
