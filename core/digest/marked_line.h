// marked_line.h: a line of Markdown as stretches of text with the marks around them.
#pragma once

#include <string_view>
#include <vector>

namespace broadsheet {

// A stretch of a line. Links that are no images, bold, italic and code are told apart; tags are left out.
struct Span {
  std::string_view text;  // without its marks
  std::string_view url;   // of a link
  bool is_link = false;
  bool is_bold = false;
  bool is_italic = false;
  bool is_code = false;
  bool is_struck = false;

  bool is_plain() const { return !is_link && !is_bold && !is_italic && !is_code; }
};

// Links are `[text](url)`, `<a href="url">text</a>`, `<url>` and bare addresses. Badges alone are left out;
// a badge inside a link is its text. Bytes after the first 8,192 of a line are one plain span.
// Cost: O(line).
std::vector<Span> spans_of(std::string_view line);

// Without tags, emphasis, quotation signs and blanks around the text: `<b>**x**</b>` → `x`. A tag or sign
// inside the text stays. Cost: O(text).
std::string_view without_marks(std::string_view text);

// Without tags and blanks around the text, and without a `<summary>` before it. A tag ends in its line, so
// that none takes the line below along. Cost: O(text).
std::string_view without_tags(std::string_view text);

// Without blanks, dashes, dots, commas, bars and brackets that stand alone at both ends. Cost: O(text).
std::string_view trim_signs(std::string_view text);

// The cells of a table row, `|` around and between; `\|` is text.
// Cost: O(row).
std::vector<std::string_view> split_cells(std::string_view row);

}  // namespace broadsheet
