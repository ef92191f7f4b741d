#include "core/text/tex_words.h"

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/letter_case.h"
#include "core/text/tex_accents.h"
#include "core/text/tex_letters.h"
#include "core/text/tex_styles.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

using Kind = TexStep::Kind;

constexpr size_t kMostHidden = 64;

// The letters after the backslash that the text begins with.
std::string_view command_of(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return text.substr(1, end - 1);
}

// `\ss`, `\o`: what the command is read as; empty if it is no letter.
std::string_view letter_of_command(std::string_view command) {
  constexpr size_t kLongest = 2;
  if (command.empty() || command.size() > kLongest) return {};
  const TexSymbol* const symbol = symbol_of_command(command);
  if (symbol == nullptr || symbol->in_formula) return {};
  if (command == "i" || command == "j") return command;
  return is_cased_letter(decode_utf8(symbol->letter, 0).value) ? symbol->letter : std::string_view();
}

// The letter that the command at `at` is shown as. Requires: TexWords reads a letter there.
std::string shown_letter(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (const auto accent = tex_accent(rest, at > 0 ? text[at - 1] : ' ')) return composed(*accent);
  return std::string(symbol_of_command(command_of(rest))->letter);
}

std::string_view folded(std::string_view letter) {
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";
  if (is_ascii_letter(letter[0])) return kAlphabet.substr(static_cast<size_t>((letter[0] | 0x20) - 'a'), 1);
  const FoldedChar c = fold_char(decode_utf8(letter, 0).value);
  return c.changed ? c.bytes : letter;
}

bool begins_word(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const CharClass char_class = fold_char(decode_utf8(text, at).value).char_class;
  return char_class == CharClass::kLetter || char_class == CharClass::kDigit;
}

size_t after_blanks(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  return at;
}

// Where the text goes on after a command for a letter: `{}` ends it, and so does a blank before a letter.
size_t after_letter(std::string_view text, size_t at) {
  if (text.substr(at).starts_with("{}")) return at + 2;
  return at < text.size() && text[at] == ' ' && begins_word(text, at + 1) ? at + 1 : at;
}

// `\varepsilon` is `epsilon`: how many bytes at `at`, after a backslash, say nothing.
size_t variant_prefix(std::string_view text, size_t at) {
  constexpr std::string_view kVar = "var";
  constexpr std::string_view kLetters[] = {"epsilon", "theta", "phi", "rho", "sigma", "pi", "kappa"};
  if (text.substr(at, kVar.size()) != kVar) return 0;
  const std::string_view rest = text.substr(at + kVar.size());
  for (const std::string_view letter : kLetters) {
    if (rest.starts_with(letter) && (rest.size() == letter.size() || !is_ascii_letter(rest[letter.size()])))
      return kVar.size();
  }
  return 0;
}

}  // namespace

void TexWords::Groups::open(bool hidden) {
  if (depth_ < kMostHidden) {
    const uint64_t bit = uint64_t{1} << depth_;
    hidden_ = hidden ? hidden_ | bit : hidden_ & ~bit;
  }
  ++depth_;
}

bool TexWords::Groups::close() {
  if (depth_ == 0) return false;
  --depth_;
  return depth_ < kMostHidden && (hidden_ >> depth_ & 1) != 0;
}

bool TexWords::is_group(std::string_view inside) {
  if (tex_accent(inside, '{')) return true;
  const std::string_view command = command_of(inside);
  return is_tex_style(command) || !letter_of_command(command).empty();
}

TexStep TexWords::read_command(std::string_view text, size_t at, Groups& groups) {
  const std::string_view rest = text.substr(at);
  if (const auto accent = tex_accent(rest, at > 0 ? text[at - 1] : ' '))
    return {Kind::kLetter, at + accent->bytes, folded(accent->letter)};
  const std::string_view command = command_of(rest);
  const size_t end = at + 1 + command.size();
  if (const std::string_view letter = letter_of_command(command); !letter.empty())
    return {Kind::kLetter, after_letter(text, end), folded(letter)};
  if (is_tex_style(command) && rest.substr(1 + command.size()).starts_with('{')) {
    groups.open(true);
    return {Kind::kNothing, end + 1, {}};
  }
  const char escaped = command.empty() && rest.size() > 1 ? rest[1] : '\0';
  if (escaped == '-') return {Kind::kNothing, at + 2, {}};  // where a word may be hyphenated
  if (is_tex_sign(escaped)) return {Kind::kEndsWord, at + 2, {}};
  return {Kind::kEndsWord, at + 1 + variant_prefix(text, at + 1), {}};
}

TexStep TexWords::read_one(std::string_view text, size_t at, Groups& groups) {
  if (text[at] == '\\') return read_command(text, at, groups);
  if (text[at] == '}') return {groups.close() ? Kind::kNothing : Kind::kEndsWord, at + 1, {}};
  const std::string_view inside = text.substr(at + 1);
  if (!inside.starts_with('\\')) {
    groups.open(false);
    return {Kind::kEndsWord, at + 1, {}};
  }
  const std::string_view command = command_of(inside);
  if (is_tex_switch(command)) {
    groups.open(true);
    return {Kind::kNothing, after_blanks(text, at + 2 + command.size()), {}};
  }
  const bool hidden = is_group(inside);
  groups.open(hidden);
  return {hidden ? Kind::kNothing : Kind::kEndsWord, at + 1, {}};
}

TexStep TexWords::read(std::string_view text, size_t at, bool in_word) {
  const TexStep first = read_one(text, at, groups_);
  if (first.kind != Kind::kNothing || !in_word) return first;
  Groups ahead = groups_;
  TexStep last = first;
  while (last.kind == Kind::kNothing && last.end < text.size() && is_tex_sign(text[last.end])) {
    const Groups before = ahead;
    const TexStep next = read_one(text, last.end, ahead);
    if (next.kind == Kind::kNothing) {
      last = next;
      continue;
    }
    if (next.kind == Kind::kEndsWord) return {Kind::kEndsWord, first.end, {}};
    groups_ = before;
    return last;  // the letter is next
  }
  if (!begins_word(text, last.end)) return {Kind::kEndsWord, first.end, {}};
  groups_ = ahead;
  return last;
}

std::string shown_text(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  TexWords tex;
  for (size_t i = 0; i < text.size();) {
    if (!is_tex_sign(text[i])) {
      shown += text[i++];
      continue;
    }
    const TexStep step = tex.read(text, i, false);
    if (step.kind == Kind::kEndsWord) {
      shown += text[i++];
      continue;
    }
    if (step.kind == Kind::kLetter) shown += shown_letter(text, i);
    i = step.end;
  }
  return shown;
}

std::string fold_shown(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  TexWords tex;
  for (size_t i = 0; i < text.size();) {
    if (is_tex_sign(text[i])) {
      const TexStep step = tex.read(text, i, false);
      shown += step.kind == Kind::kEndsWord ? text.substr(i, 1) : step.letter;
      i = step.kind == Kind::kEndsWord ? i + 1 : step.end;
      continue;
    }
    const CodePoint code_point = decode_utf8(text, i);
    const FoldedChar c = fold_char(code_point.value);
    shown += c.changed ? c.bytes : text.substr(i, code_point.length);
    i += code_point.length;
  }
  return shown;
}

}  // namespace broadsheet
