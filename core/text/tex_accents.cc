#include "core/text/tex_accents.h"

#include "core/text/ascii.h"
#include "core/text/letter_case.h"
#include "core/text/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// `\u{g}`: letters that are accents as commands.
constexpr std::string_view kAccentLetters = "uvrHdckb";

bool is_part_of_word(char c) {
  return is_ascii_letter(c) || c == '{' || c == '}' || static_cast<unsigned char>(c) >= 0x80;
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

// The cased letter that the text begins with, empty if there is none.
std::string_view letter_of(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint letter = decode_utf8(text, 0);
  return is_cased_letter(letter.value) ? text.substr(0, letter.length) : std::string_view();
}

// `\i`, `\j`: the letter of the command that the text begins with, empty if there is none.
std::string_view dotless(std::string_view text) {
  if (!text.starts_with("\\i") && !text.starts_with("\\j")) return {};
  return text.size() > 2 && is_ascii_letter(text[2]) ? std::string_view() : text.substr(1, 1);
}

// `{o}`, `{\i}`, `{\^a}` after the accent.
std::optional<TexAccent> in_braces(char accent, std::string_view text) {
  constexpr size_t kAccent = 2;
  const std::string_view rest = text.substr(kAccent);
  if (!rest.starts_with('{')) return std::nullopt;
  const std::string_view inside = rest.substr(1);
  const auto closed = [&](char inner, std::string_view letter, size_t end) {
    return inside.substr(end).starts_with('}')
               ? std::optional(TexAccent{accent, inner, letter, kAccent + 1 + end + 1})
               : std::nullopt;
  };
  if (const std::string_view letter = dotless(inside); !letter.empty()) return closed('\0', letter, 2);
  if (const std::string_view letter = letter_of(inside); !letter.empty())
    return closed('\0', letter, letter.size());
  constexpr size_t kInner = 3;
  if (inside.size() <= kInner || inside[0] != '\\' || !is_accent_sign(inside[1]) ||
      !is_ascii_letter(inside[2]))
    return std::nullopt;
  const bool is_one = letter_with({inside[1], static_cast<unsigned char>(inside[2])}) != 0;
  return is_one ? closed(inside[1], inside.substr(2, 1), kInner) : std::nullopt;
}

std::optional<TexAccent> of_sign(std::string_view text, char before) {
  const char accent = text[1];
  const std::string_view rest = text.substr(2);
  if (auto letter = in_braces(accent, text)) return letter;
  if (const std::string_view letter = dotless(rest); !letter.empty())
    return TexAccent{accent, '\0', letter, 4};
  const std::string_view letter = letter_of(rest);
  if (letter.empty()) return std::nullopt;
  if (!is_part_of_word(before) && !may_begin_word(accent, letter[0], rest.substr(letter.size())))
    return std::nullopt;
  return TexAccent{accent, '\0', letter, 2 + letter.size()};
}

std::optional<TexAccent> of_command(std::string_view text, char before) {
  const char accent = text[1];
  if (auto letter = in_braces(accent, text)) return letter;
  // `\v s`: only inside a word, since it could be anything.
  if (!is_part_of_word(before) || text.size() < 4 || text[2] != ' ') return std::nullopt;
  const std::string_view letter = letter_of(text.substr(3));
  return letter.empty() ? std::nullopt : std::optional(TexAccent{accent, '\0', letter, 3 + letter.size()});
}

}  // namespace

bool is_accent_sign(char c) { return std::string_view("`'^~=.\"").find(c) != std::string_view::npos; }

std::optional<TexAccent> tex_accent(std::string_view text, char before) {
  if (text.size() < 3 || text[0] != '\\') return std::nullopt;
  if (is_accent_sign(text[1])) return of_sign(text, before);
  const bool is_command = kAccentLetters.find(text[1]) != std::string_view::npos && !is_ascii_letter(text[2]);
  return is_command ? of_command(text, before) : std::nullopt;
}

std::string composed(const TexAccent& accent) {
  uint32_t letter = decode_utf8(accent.letter, 0).value;
  if (accent.inner != '\0') letter = letter_with({accent.inner, letter});
  std::string text;
  if (const uint32_t whole = letter_with({accent.accent, letter}); whole != 0) {
    append_utf8(whole, text);
  } else {
    append_utf8(letter, text);
    append_utf8(combining_mark_of(accent.accent), text);
  }
  return text;
}

}  // namespace broadsheet
