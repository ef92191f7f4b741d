// markdown_lines.h: the lines of a digest that give it its structure, each recognised on its own.
//
// A file is cut at these lines before cmark sees it, so that an unclosed fence or comment in one paper ends
// with that paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet {

struct PaperHeading {
  uint32_t number;
  std::string_view title;  // the brackets' content, which may hold brackets itself
  std::string_view url;    // empty: the heading has no link
};

// `### [7] [TITLE](URL)`.
std::optional<PaperHeading> parse_paper_heading(std::string_view line);

// `# cs.LG [[Back]](#toc)`: the category's name.
std::optional<std::string_view> parse_category_heading(std::string_view line);

struct TocLine {
  std::string_view category;
  uint32_t total;
};

// `- [cs.LG](#cs.LG) [Total: 44]`.
std::optional<TocLine> parse_toc_line(std::string_view line);

// `*Author One,Author Two*`: what stands between the asterisks.
std::optional<std::string_view> parse_authors_line(std::string_view line);

// `Keywords: …` at the start of a piece of text: a short name of words before a colon.
struct LabelledText {
  std::string_view label;
  std::string_view text;  // without the one blank that follows the colon
};
std::optional<LabelledText> parse_unknown_label(std::string_view piece);

// What follows `label` (colon included) and one blank, if `text` begins with it.
std::optional<std::string_view> text_after_label(std::string_view text, std::string_view label);

// Lines that only link the parts of the page: `<div id='cs.LG'></div>`.
bool is_anchor_line(std::string_view line);

}  // namespace broadsheet
