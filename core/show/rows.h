// rows.h: what the list and the paper pane show of a hit, with the query's words marked.
//
// Only rows on screen are built: the search itself touches only ids and scores.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/show/highlight.h"

namespace broadsheet {

// Marks are half-open byte ranges of `text`, sorted, disjoint, at code point boundaries.
struct MarkedText {
  std::string text;
  std::vector<ByteRange> marks;
};

inline constexpr size_t kMaxRowAuthors = 12;
// Maximum code points of a row's summary: about three lines of the list's widest column.
inline constexpr size_t kSummaryBudget = 300;

struct Row {
  PaperRef ref;
  MarkedText title;
  MarkedText authors;     // the first kMaxRowAuthors, separated by ", "
  uint32_t more_authors;  // how many authors are left out
  MarkedText summary;     // the TL;DR; or, if query words occur neither there nor in the title, the text that
                          // shows most of them
  uint32_t appearances;   // how often the work appears in the library
  std::string_view summary_field;  // as in kSearchFieldNames; empty: the paper has no text
};

struct MarkedField {
  std::string_view name;  // as in kTextFieldNames, or the label of an extra field
  bool known;
  bool missing;  // the text only says that there is none
  MarkedText text;
};

// An appearance of the work.
struct Appearance {
  PaperOrdinal paper;
  bool best;  // the one shown unless something else decides
};

struct PaperView {
  PaperRef ref;
  MarkedText title;
  std::vector<MarkedText> authors;
  std::vector<MarkedField> fields;      // the existing ones, in the grammar's order, extra ones last
  std::vector<Appearance> appearances;  // all of the work, including this one, the best first
  bool repaired;                        // whether the file's own text differs
};

// Cost of each: O(text of the paper * words of the query + appearances of its work).
Row make_row(const Library& library, PaperOrdinal paper, Highlighter& highlighter);
// With `verbatim`, the view shows the file's own text instead of the repaired one.
PaperView make_paper_view(const Library& library, PaperOrdinal paper, Highlighter& highlighter,
                          bool verbatim = false);

}  // namespace broadsheet
