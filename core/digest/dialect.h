// dialect.h: the known forms of digest, each described as data that one reader interprets.
//
// CONTRIBUTING.md shows how to add one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/digest/line_pattern.h"

namespace broadsheet {

// Which lines one part of a paper may have, and what they hold.
struct Zone {
  std::vector<LinePattern> lines;
  // Whether a line counts only after a blank line (or the summary), where a paragraph begins.
  bool after_blank_line = true;
  // Whether a line counts only if it comes after the last one found in `lines`. Otherwise in any order, each
  // once.
  bool in_order = true;
};

// How many line ends a template adds after a text: they are not part of it.
struct LineEnds {
  int behind_text;
  int before_details;
};
inline constexpr int kAllLineEnds = 1 << 20;

struct Dialect {
  std::string_view name;
  std::vector<LinePattern> papers;          // a paper begins here
  std::vector<LinePattern> sections;        // its papers follow
  std::vector<LinePattern> contents;        // before the first paper: title, table of contents
  std::vector<LinePattern> structure = {};  // between and after papers: anchors, rules, navigation
  std::vector<LinePattern> groups = {};     // headings inside a paper that end a text and begin none
  Zone header = {};
  Zone details = {};             // between <details> and the last </details>; no lines: the dialect has none
  Zone tail = {};                // after it
  bool numbers_restart = false;  // in each section
  bool one_line = false;         // a paper is just its line; text after it belongs to none
  LineEnds line_ends = {kAllLineEnds, kAllLineEnds};

  // Of a description that was inferred from a file (infer_dialect.h). Its lines may be indented, a rule or a
  // closing tag ends a text, and a line of links and names needs no pattern.
  bool is_inferred = false;
  bool names_follow_title = false;        // an unlabelled line of people under the title
  bool longest_text_is_abstract = false;  // the longest paragraph without a label

  // Whether a paper of the dialect may hold it.
  bool has(CaptureKind kind) const;
  bool has(TextField field) const;
};

// All known dialects; the reference comes first.
const std::vector<Dialect>& dialects();

// The description as lines for a person and for dialects.cc. Cost: O(patterns).
std::string describe(const Dialect& dialect);

struct Detection {
  const Dialect* dialect;  // nullptr: no line begins a paper in any dialect
  uint32_t papers;         // lines of the sample that begin a paper
  uint32_t lines;          // lines of the sample that the dialect explains, including these
};

// The dialect that explains the most lines of a sample of `text`. Cost: O(text) until the first papers are
// found, then a fixed number of bytes.
Detection detect_dialect(std::string_view text);

}  // namespace broadsheet
