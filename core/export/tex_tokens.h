// tex_tokens.h: a digest's text as TeX reads it: words, formulas, commands, braces. Every writer that needs
// to know what is TeX in a text reads these.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/tex_accents.h"

namespace broadsheet {

enum class TexKind : uint8_t {
  kText,     // nothing that is special in front of a brace, dollar or backslash
  kFormula,  // with its delimiters
  kCommand,  // a backslash and letters
  kEscape,   // a backslash and one other ASCII character: `\%`, `\"`, `\{`
  kOpen,     // {
  kClose,    // }
  kStray,    // a dollar or backslash that begins nothing
};

struct TexToken {
  TexKind kind;
  bool paired = false;  // of kOpen, kClose, `\{` and `\}`: another one closes or opens it
  bool is_tex = false;  // of kOpen and kClose: TeX's group and not braces that somebody reads
  size_t partner = 0;   // where that one is
  std::string_view text;
};

// Sets `tokens` to those of the text; together they are the text. Pairs nest without crossing, and no formula
// is cut by one. Cost: O(text), times a constant where dollars are many.
void read_tex(std::string_view text, std::vector<TexToken>& tokens);

// Whether a tilde between these is a blank that keeps words together (`Fig.~1`), and not a sign (`~10`).
bool is_tie(char before, char after);

}  // namespace broadsheet
