#include "core/digest/html_text.h"

#include <algorithm>
#include <array>

#include "core/digest/markup.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 14> kBlocks = {"p",  "br", "div", "li", "ul",    "ol",  "h1",
                                                      "h2", "h3", "h4",  "tr", "table", "pre", "blockquote"};
constexpr std::array<std::string_view, 14> kInline = {"a",   "b",   "i",    "em",   "strong", "span", "sub",
                                                      "sup", "img", "code", "font", "small",  "u",    "td"};

bool is_one_of(std::string_view name, const std::array<std::string_view, 14>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view each) { return is_tag(name, each); });
}

}  // namespace

std::string text_of_html(std::string_view html) {
  std::string out;
  MarkupReader reader(html);
  for (MarkupToken token; reader.next(token);) {
    if (token.is_text()) {
      append_decoded(token.text, out);
    } else if (is_one_of(token.text, kBlocks)) {
      if (!out.empty() && out.back() != '\n') out += '\n';
    } else if (!is_one_of(token.text, kInline)) {
      out += html.substr(token.begin, token.end - token.begin);
    }
  }
  return out;
}

}  // namespace broadsheet
