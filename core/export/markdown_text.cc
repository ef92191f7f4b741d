#include "core/export/markdown_text.h"

#include <vector>

#include "core/export/plain_text.h"

namespace broadsheet {

namespace {

// What another program takes for no formula runs no markup either: a blank parts `<b` and `![`, and changes
// no formula.
void append_formula(std::string_view formula, std::string& out) {
  for (size_t i = 0; i < formula.size(); ++i) {
    out += formula[i];
    const char next = i + 1 < formula.size() ? formula[i + 1] : ' ';
    const bool is_letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
    if ((formula[i] == '<' && (is_letter || next == '/' || next == '!' || next == '?')) ||
        (formula[i] == '!' && next == '['))
      out += ' ';
  }
}

}  // namespace

std::string as_markdown(std::string_view source) {
  std::vector<FormulaPlace> formulas;
  const std::string text = plain_text(source, Lines::kKept, formulas);
  std::string out;
  size_t next = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (next < formulas.size() && i == formulas[next].begin) {
      const FormulaPlace formula = formulas[next++];
      append_formula(std::string_view(text).substr(formula.begin, formula.end - formula.begin), out);
      i = formula.end - 1;
      continue;
    }
    const char c = text[i];
    const bool at_line_start = out.empty() || out.back() == '\n';
    const bool is_list_mark = at_line_start && (c == '*' || c == '-' || c == '+');
    const bool is_heading = c == '#' && (at_line_start || out.back() == ' ');
    if (is_heading || (std::string_view("\\`*_[]<>$|~=").find(c) != std::string_view::npos && !is_list_mark))
      out += '\\';
    out += c;
  }
  return out;
}

}  // namespace broadsheet
