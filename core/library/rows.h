// rows.h: what the list and the paper pane show of a hit, with the query's words marked.
//
// Only rows on screen are built: a search itself touches ids and scores.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/search/highlight.h"

namespace broadsheet {

// Marks are half-open byte ranges of `text`, sorted, disjoint, on code points.
struct MarkedText {
  std::string text;
  std::vector<ByteRange> marks;
};

inline constexpr size_t kMaxRowAuthors = 12;
// Code points of a row's summary: about three lines of the list's widest column.
inline constexpr size_t kSummaryBudget = 300;

struct Row {
  PaperRef ref;
  MarkedText title;
  MarkedText authors;     // the first kMaxRowAuthors, separated by ", "
  uint32_t more_authors;  // how many are left out
  MarkedText summary;     // the TL;DR; or, if words of the query are neither there nor in the title, the text
                          // that shows most of those
  uint32_t appearances;   // of the work in the library
  std::string_view summary_field;  // as in kSearchFieldNames; empty: the paper has no text at all
};

struct MarkedField {
  std::string_view name;  // as in kTextFieldNames, or the label of an extra field
  bool known;
  bool missing;  // the text only says that there is none
  MarkedText text;
};

// Another digest that names the work.
struct Appearance {
  PaperOrdinal paper;
  bool best;  // the one that is shown where nothing else decides
};

struct PaperView {
  PaperRef ref;
  MarkedText title;
  std::vector<MarkedText> authors;
  std::vector<MarkedField> fields;      // those that are there, in the grammar's order, extra ones last
  std::vector<Appearance> appearances;  // of the work, this one among them, the best first
  bool repaired;                        // whether the file's own text differs
};

// Cost: O(text of the paper) each.
Row make_row(const Library& library, PaperOrdinal paper, Highlighter& highlighter);
// With `verbatim` the view shows what stands in the file, not what was repaired.
PaperView make_paper_view(const Library& library, PaperOrdinal paper, Highlighter& highlighter,
                          bool verbatim = false);

}  // namespace broadsheet
