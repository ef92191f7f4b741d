// dialect.h: the forms of digest that are known, each as a description that one reader interprets.
//
// CONTRIBUTING.md shows how to add one.
#pragma once

#include <string_view>
#include <vector>

#include "core/digest/line_pattern.h"

namespace broadsheet {

// Where in a paper's stretch lines of a kind may stand, and what they hold.
struct Zone {
  std::vector<LinePattern> lines;
  // Whether a line counts only behind a blank line (or the summary), where a paragraph begins.
  bool behind_blank_line = true;
  // Whether a line counts only if it comes later in `lines` than the last that was found. Otherwise in any
  // order, each once.
  bool in_order = true;
};

// How many line ends a template puts behind a text: they are not part of it.
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
  std::vector<LinePattern> structure = {};  // between papers and behind one: anchors, rules, navigation
  std::vector<LinePattern> groups = {};     // headings inside a paper that end a text and hold none
  Zone header = {};
  Zone details = {};             // between <details> and the last </details>; no lines: the dialect has none
  Zone tail = {};                // behind it
  bool numbers_restart = false;  // in each section
  bool one_line = false;         // a paper is its line, what follows belongs to none
  LineEnds line_ends = {kAllLineEnds, kAllLineEnds};

  // Whether a paper of the dialect may hold it.
  bool has(CaptureKind kind) const;
  bool has(TextField field) const;
};

// All that are known; the reference comes first.
const std::vector<Dialect>& dialects();

// For Markdown of no known dialect: its papers are the headings that link to the web.
const Dialect& unknown_dialect();

struct Detection {
  const Dialect* dialect;  // nullptr: not one line begins a paper in any
  uint32_t papers;         // lines of the sample that begin one
  uint32_t lines;          // lines of the sample that the dialect explains, those that begin papers too
};

// The dialect that explains the most lines of a sample of `text`. Cost: O(text) until the first papers are
// found, and behind them a fixed number of bytes.
Detection detect_dialect(std::string_view text);

}  // namespace broadsheet
