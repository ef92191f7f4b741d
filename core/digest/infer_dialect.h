// infer_dialect.h: finds the structure of a Markdown text of no known dialect: the repeating unit that holds
// one paper each, and the labels of its fields. The result is a description in the language of dialects, and
// the place of each paper; the reader of dialects reads them.
//
// How a unit is found, how certain it must be, and what a text without papers says: docs/digest-format.md,
// "Markdown of no known dialect".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/digest/dialect.h"

namespace broadsheet {

// A stretch of the text that is one paper's, or a heading above papers.
struct InferredStretch {
  bool is_paper;
  uint32_t begin;
  uint32_t content;   // what its first line says, without its marker
  uint32_t head_end;  // the end of that
  uint32_t body;      // after its first line
  uint32_t end;
  uint32_t table = kNoTable;  // of a row: the first byte of its table's header
  bool is_loose = false;      // nothing ends it but the next paper: what is below may be the page's
  static constexpr uint32_t kNoTable = static_cast<uint32_t>(-1);
};

struct Inference {
  Dialect dialect;                         // name "unknown", whether or not there are papers
  std::vector<InferredStretch> stretches;  // in order, apart from each other; no paper: empty
  uint32_t papers = 0;
  std::string_view title;  // the text's own heading, which is no section
  std::string found;       // with papers: from what; without: why there are none
};

// `begin`: after the front matter. Views point into `text`, patterns into `arena`. Cost: O(text);
// memory: O(units that may be papers), 32 bytes each.
Inference infer_dialect(std::string_view text, size_t begin, TextArena& arena);

}  // namespace broadsheet
