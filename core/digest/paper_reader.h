// paper_reader.h: reads one paper from its range of the file, as its dialect describes it.
//
// Rules for all dialects (docs/digest-format.md): a text runs until a line of its zone begins the next one;
// the header ends at <details>, the details at the paper's last </details>; text that no line names becomes
// an extra field.
#pragma once

#include <string_view>
#include <vector>

#include "core/digest/dialect.h"
#include "core/digest/paper.h"
#include "core/digest/text_slices.h"

namespace broadsheet {

// The bytes of one paper: its heading's line, and everything up to the next heading.
struct PaperRange {
  std::string_view source;
  size_t begin;
  size_t body;  // after the heading's line
  size_t end;
  bool is_loose = false;  // InferredStretch::is_loose
};

// Adds what the range holds to `paper`, which has what its heading says. Texts that are not in the source
// go to `arena`. Cost: O(end - begin).
void read_paper_body(const PaperRange& range, const Dialect& dialect, LineCounter& lines, Paper& paper,
                     TextArena& arena, DiagnosticList& diagnostics);

}  // namespace broadsheet
