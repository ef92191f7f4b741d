// html_lines.h: a page of HTML as the Markdown that says the same, so that the reader that finds the
// structure of any Markdown finds that of a page: headings, lists, tables, details, definitions, paragraphs,
// links, bold words.
//
// What a browser would not show as text is left out: scripts, styles, comments, controls. Tags that nobody
// closed change nothing but the depth of lists, at most 8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Whether a text is a page: a doctype of HTML or `<html`, after blanks and comments. Cost: O(1).
bool looks_like_html(std::string_view text);

struct HtmlLines {
  std::string text;
  std::vector<uint32_t> lines;  // for each line of `text`, the line of the page that it comes from
};

// Links are completed by the page's own address, where it tells it, or else by the site whose form they have.
// Cost: O(html).
HtmlLines html_as_lines(std::string_view html);

}  // namespace broadsheet
