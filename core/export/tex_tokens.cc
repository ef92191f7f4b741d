#include "core/export/tex_tokens.h"

#include <algorithm>

#include "core/export/formula_spans.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

TexToken token_at(std::string_view text, size_t at) {
  const auto token = [&](TexKind kind, size_t end) {
    return TexToken{kind, false, false, 0, text.substr(at, end - at)};
  };
  const char c = text[at];
  if (c == '{') return token(TexKind::kOpen, at + 1);
  if (c == '}') return token(TexKind::kClose, at + 1);
  if (c != '$' && c != '\\') {
    return token(TexKind::kText, std::min(text.find_first_of("{}$\\", at), text.size()));
  }
  if (const size_t end = formula_end(text, at); end != 0) return token(TexKind::kFormula, end);
  if (c == '$' || at + 1 == text.size()) return token(TexKind::kStray, at + 1);
  size_t end = at + 1;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  if (end > at + 1) return token(TexKind::kCommand, end);
  const bool is_escape = is_ascii(text[at + 1]) && !(text[at + 1] >= '0' && text[at + 1] <= '9');
  return is_escape ? token(TexKind::kEscape, at + 2) : token(TexKind::kStray, at + 1);
}

struct Brace {
  size_t index;
  bool escaped;
};

// Pairs braces with braces and escaped ones with escaped ones, since BibTeX counts both alike.
void pair_braces(std::vector<TexToken>& tokens) {
  std::vector<Brace> open;
  size_t waiting[2] = {0, 0};
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool escaped = tokens[i].kind == TexKind::kEscape;
    if (tokens[i].kind == TexKind::kOpen || (escaped && tokens[i].text[1] == '{')) {
      open.push_back({i, escaped});
      ++waiting[escaped];
    } else if (tokens[i].kind == TexKind::kClose || (escaped && tokens[i].text[1] == '}')) {
      if (waiting[escaped] == 0) continue;
      while (open.back().escaped != escaped) {
        --waiting[!escaped];
        open.pop_back();
      }
      TexToken& opening = tokens[open.back().index];
      opening.paired = tokens[i].paired = true;
      opening.partner = i;
      tokens[i].partner = open.back().index;
      open.pop_back();
      --waiting[escaped];
    }
  }
}

// `{GPT}`, `{}`: what somebody wrote to keep its case, or to end a command.
bool is_one_word(const TexToken& content, const TexToken& after) {
  if (content.kind == TexKind::kClose) return true;
  return content.kind == TexKind::kText && after.kind == TexKind::kClose &&
         content.text.find_first_of(" \t\r\n,;:.") == std::string_view::npos &&
         std::any_of(content.text.begin(), content.text.end(), is_ascii_letter);
}

void find_groups(std::vector<TexToken>& tokens) {
  std::vector<bool> groups;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].paired || tokens[i].kind == TexKind::kEscape) continue;
    if (tokens[i].kind == TexKind::kClose) {
      tokens[i].is_tex = groups.back();
      groups.pop_back();
      continue;
    }
    const auto is_command = [](const TexToken& token) {
      return token.kind == TexKind::kCommand ||
             (token.kind == TexKind::kEscape && is_accent_sign(token.text[1]));
    };
    // A paired brace is followed by its partner at least.
    const bool after_command = i > 0 && (is_command(tokens[i - 1]) ||
                                         (tokens[i - 1].kind == TexKind::kClose && tokens[i - 1].is_tex));
    tokens[i].is_tex = tokens[i].is_tex || after_command || is_command(tokens[i + 1]) ||
                       tokens[i + 1].kind == TexKind::kFormula ||
                       is_one_word(tokens[i + 1], tokens[std::min(i + 2, tokens.size() - 1)]);
    // `{{Double}}`: nobody reads two braces in a row.
    const TexToken& inner = tokens[i + 1];
    const bool is_double =
        inner.kind == TexKind::kOpen && inner.paired && inner.partner + 1 == tokens[i].partner;
    if (is_double) tokens[i].is_tex = tokens[i + 1].is_tex = true;
    groups.push_back(tokens[i].is_tex);
  }
}

}  // namespace

bool is_tie(char before, char after) {
  const bool after_word =
      is_ascii_letter(before) || (before >= '0' && before <= '9') || before == '.' || before == ')';
  return after_word && static_cast<unsigned char>(after) > ' ';
}

void read_tex(std::string_view text, std::vector<TexToken>& tokens) {
  tokens.clear();
  for (size_t at = 0; at < text.size(); at += tokens.back().text.size()) tokens.push_back(token_at(text, at));
  pair_braces(tokens);
  find_groups(tokens);
}

}  // namespace broadsheet
