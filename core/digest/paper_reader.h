// paper_reader.h: reads one paper out of its stretch of the file, as its dialect describes it.
//
// Rules for all dialects (docs/digest-format.md): a text runs until a line of its zone begins the next one;
// the header ends at <details>, the details at the paper's last </details>; what no line names is kept as an
// extra field.
#pragma once

#include <string_view>
#include <vector>

#include "core/digest/dialect.h"
#include "core/digest/paper.h"
#include "core/digest/text_slices.h"

namespace broadsheet {

// The bytes of one paper: its heading's line, and what follows up to the next heading.
struct PaperStretch {
  std::string_view source;
  size_t begin;
  size_t body;  // behind the heading's line
  size_t end;
};

// Adds to `paper`, which holds what its heading says, what the stretch holds. Diagnostics go to `digest`,
// texts that are not in the source to its arena. Cost: O(end - begin).
void read_paper_body(const PaperStretch& stretch, const Dialect& dialect, LineCounter& lines, Paper& paper,
                     Digest& digest);

}  // namespace broadsheet
