#include "core/export/markdown_text.h"

#include <vector>

#include "core/export/plain_text.h"
#include "core/export/tex_tokens.h"

namespace broadsheet {

std::string as_markdown(std::string_view source) {
  const std::string text = plain_text(source, Lines::kKept);
  std::vector<TexToken> tokens;
  read_tex(text, tokens);
  std::string out;
  for (const TexToken& token : tokens) {
    if (token.kind == TexKind::kFormula) {
      out += token.text;
      continue;
    }
    for (const char c : token.text) {
      const bool at_line_start = out.empty() || out.back() == '\n';
      const bool is_list_mark = at_line_start && (c == '*' || c == '-' || c == '+');
      const bool is_heading = c == '#' && (at_line_start || out.back() == ' ');
      if (is_heading ||
          (std::string_view("\\`*_[]<>$|~=").find(c) != std::string_view::npos && !is_list_mark))
        out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace broadsheet
