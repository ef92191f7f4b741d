#include "core/export/tex_accents.h"

#include "core/export/letter_case.h"
#include "core/export/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// `\u{g}`: letters that are accents as commands.
constexpr std::string_view kAccentLetters = "uvrHdckb";

bool is_part_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '{' || c == '}' ||
         static_cast<unsigned char>(c) >= 0x80;
}

uint32_t dotless(std::string_view command) {
  if (command == "\\i") return 'i';
  return command == "\\j" ? 'j' : 0;
}

std::string compose(char accent, uint32_t letter) {
  std::string text;
  if (const uint32_t composed = letter_with({accent, letter}); composed != 0) {
    append_utf8(composed, text);
  } else {
    append_utf8(letter, text);
    append_utf8(combining_mark_of(accent), text);
  }
  return text;
}

// Whether an accent at the start of a word is one. A quotation mark is so only before what German words begin
// with, and if no second one follows.
bool may_begin_word(char accent, char letter, std::string_view rest) {
  constexpr size_t kNear = 80;
  constexpr std::string_view kUsual = "aeiouscznAEIOUSCZN";
  const std::string_view near = rest.substr(0, kNear);
  if (accent == '"')
    return (letter == 'A' || letter == 'O' || letter == 'U') && near.find("\\\"") == std::string_view::npos;
  if (accent == '~' || accent == '.' || accent == '=') return false;
  const char again[] = {'\\', accent, ' '};
  return kUsual.find(letter) != std::string_view::npos &&
         near.find(std::string_view(again, sizeof again)) == std::string_view::npos;
}

bool can_take_accent(std::string_view text) {
  return !text.empty() && is_cased_letter(decode_utf8(text, 0).value);
}

// `{o}`, `{\i}`, `{\^a}` after the accent.
std::optional<TexLetter> in_braces(char accent, std::span<const TexToken> tokens) {
  if (tokens.size() < 4 || tokens[1].kind != TexKind::kOpen) return std::nullopt;
  const auto closes = [&](size_t i) { return i < tokens.size() && tokens[i].kind == TexKind::kClose; };
  if (const uint32_t letter = dotless(tokens[2].text); letter != 0 && closes(3))
    return TexLetter{compose(accent, letter), 4, 0};
  if (tokens[2].kind == TexKind::kText && can_take_accent(tokens[2].text) && closes(3)) {
    const CodePoint letter = decode_utf8(tokens[2].text, 0);
    if (letter.length == tokens[2].text.size()) return TexLetter{compose(accent, letter.value), 4, 0};
  }
  if (tokens[2].kind != TexKind::kEscape || !is_accent_sign(tokens[2].text[1])) return std::nullopt;
  if (tokens.size() < 5 || tokens[3].kind != TexKind::kText || tokens[3].text.size() != 1 || !closes(4))
    return std::nullopt;
  const uint32_t inner = letter_with({tokens[2].text[1], static_cast<unsigned char>(tokens[3].text[0])});
  return inner == 0 ? std::nullopt : std::optional(TexLetter{compose(accent, inner), 5, 0});
}

std::optional<TexLetter> of_sign(std::span<const TexToken> tokens, char before) {
  const char accent = tokens[0].text[1];
  if (auto letter = in_braces(accent, tokens)) return letter;
  if (tokens.size() < 2) return std::nullopt;
  if (const uint32_t letter = dotless(tokens[1].text); letter != 0)
    return TexLetter{compose(accent, letter), 2, 0};
  if (tokens[1].kind != TexKind::kText || !can_take_accent(tokens[1].text)) return std::nullopt;
  const CodePoint letter = decode_utf8(tokens[1].text, 0);
  const TexToken& last = tokens.back();
  const char* const begin = tokens[1].text.data() + letter.length;
  const std::string_view rest(begin, static_cast<size_t>(last.text.data() + last.text.size() - begin));
  if (!is_part_of_word(before) && !may_begin_word(accent, tokens[1].text[0], rest)) return std::nullopt;
  return TexLetter{compose(accent, letter.value), 1, letter.length};
}

std::optional<TexLetter> of_command(std::span<const TexToken> tokens, char before) {
  const char accent = tokens[0].text[1];
  if (auto letter = in_braces(accent, tokens)) return letter;
  // `\v s`: only inside a word, since it could be anything.
  if (tokens.size() < 2 || tokens[1].kind != TexKind::kText || !is_part_of_word(before)) return std::nullopt;
  const std::string_view text = tokens[1].text;
  if (!text.starts_with(' ') || !can_take_accent(text.substr(1))) return std::nullopt;
  const CodePoint letter = decode_utf8(text, 1);
  return TexLetter{compose(accent, letter.value), 1, 1 + size_t{letter.length}};
}

}  // namespace

std::optional<TexLetter> accented_letter(std::span<const TexToken> tokens, char before) {
  const TexToken& first = tokens[0];
  if (first.kind == TexKind::kEscape && is_accent_sign(first.text[1])) return of_sign(tokens, before);
  const bool is_accent = first.kind == TexKind::kCommand && first.text.size() == 2 &&
                         kAccentLetters.find(first.text[1]) != std::string_view::npos;
  return is_accent ? of_command(tokens, before) : std::nullopt;
}

}  // namespace broadsheet
