#include "core/text/encoding_fit.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "core/text/code_points.h"
#include "core/text/common_characters.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

std::vector<uint32_t> code_points_of(std::string_view text) {
  std::vector<uint32_t> code_points;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    code_points.push_back(c.value);
    i += c.length;
  }
  return code_points;
}

bool is_between(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

bool is_one_of(uint32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_hiragana(uint32_t c) { return is_between(c, 0x3041, 0x3096); }
bool is_katakana(uint32_t c) { return is_between(c, 0x30A1, 0x30FC); }

// Punctuation in all three writings: 、。「」, full-width forms of ASCII, quotes.
bool is_punctuation(uint32_t c) {
  return is_between(c, 0x3001, 0x3003) || is_between(c, 0x3008, 0x3011) || is_between(c, 0xFF01, 0xFF5E) ||
         is_one_of(c, U"\u2014\u2018\u2019\u201C\u201D\u2026\u00B7");
}

// Traditional characters count as their simplified forms.
uint32_t simplified(uint32_t c) {
  const FoldedChar folded = fold_char(c);
  return folded.changed && !folded.bytes.empty() ? decode_utf8(folded.bytes, 0).value : c;
}

bool is_common_ideograph(uint32_t c) {
  static const std::vector<uint32_t> common = code_points_of(kCommonIdeographs);
  return is_between(c, 0x4E00, 0x9FFF) && std::binary_search(common.begin(), common.end(), simplified(c));
}

bool is_common_hangul(uint32_t c) {
  static const std::vector<uint32_t> common = code_points_of(kCommonHangul);
  return std::binary_search(common.begin(), common.end(), c);
}

bool is_common(uint32_t c, Writing writing) {
  if (writing == Writing::kKorean) return is_common_hangul(c);
  return is_common_ideograph(c) || (writing == Writing::kJapanese && (is_hiragana(c) || is_katakana(c)));
}

double share_of(size_t part, size_t total) {
  return total == 0 ? 0 : static_cast<double>(part) / static_cast<double>(total);
}

EncodingFit fit_of_east_asian(const std::vector<uint32_t>& text, Writing writing) {
  size_t outside = 0;
  size_t belonging = 0;
  size_t hiragana = 0;
  std::unordered_set<uint32_t> letters;
  for (const uint32_t c : text) {
    if (c < 0x80) continue;
    ++outside;
    hiragana += is_hiragana(c);
    if (is_common(c, writing)) {
      ++belonging;
      letters.insert(c);
    } else if (is_punctuation(c)) {
      ++belonging;
    }
  }
  return {share_of(belonging, outside), letters.size(), hiragana * 6 >= outside};
}

bool is_ascii_letter(uint32_t c) { return is_between(c | 0x20, 'a', 'z'); }
bool is_latin1_letter(uint32_t c) { return is_between(c, 0xC0, 0xFF) && c != 0xD7 && c != 0xF7; }
// Latin-1 letters, and the further letters of European languages: ł, ő, ş.
bool is_latin_letter(uint32_t c) { return is_latin1_letter(c) || is_between(c, 0x100, 0x17F); }
bool is_letter(uint32_t c) { return is_ascii_letter(c) || is_latin_letter(c); }
bool is_upper(uint32_t c) {
  return is_between(c, 'A', 'Z') || is_between(c, 0xC0, 0xDE) || is_one_of(c, U"ŠŽŒŸ");
}
bool is_vowel(uint32_t c) { return is_one_of(c, U"aeiouyAEIOUYáéíóúÁÉÍÓÚ"); }

constexpr std::u32string_view kQuotesAndDashes = U"‘’“”„‚–—…•™«»‹›©®·\u00A0";
// In Central European encodings the bytes of these are letters: ł ą ľ ż.
constexpr std::u32string_view kSignsApart = U"€°±²³¹µ½×£§¡¿";

bool sign_belongs(uint32_t before, uint32_t c, uint32_t after) {
  if (before >= 0x80 || is_latin_letter(after)) return false;
  if (is_one_of(c, kSignsApart)) return !is_letter(before) && !is_letter(after);
  if (!is_one_of(c, kQuotesAndDashes)) return false;
  return !is_letter(before) || !is_letter(after) || is_one_of(c, U"’–—·");
}

// In any language, few letters of a word are outside ASCII.
bool latin_belongs(uint32_t before, uint32_t c, uint32_t after) {
  if (!is_latin_letter(c)) return sign_belongs(before, c, after);
  if (is_latin_letter(before) && (is_latin_letter(after) || !is_letter(after))) return c == 0xDF;
  return !is_upper(c) || !is_ascii_letter(before) || is_upper(before);
}

// Two such letters in a row: größer, Määttä, créée, ações, coração, Núñez, cañón.
bool may_follow(uint32_t before, uint32_t c) {
  return c == 0xDF || (c == before && is_one_of(c, U"äöéõü")) || (before == 0xE7 && is_one_of(c, U"ãõ")) ||
         (c == 0xF1 && is_vowel(before)) || (before == 0xF1 && is_vowel(c));
}

// In Central European encodings the bytes of these are other letters: è is č, ñ ń, ã ă, õ ő, ø ř, æ ć. Most
// of those are consonants, which have other neighbours.
bool has_western_neighbours(uint32_t before, uint32_t c, uint32_t after) {
  if (!is_letter(before) && !is_letter(after)) return is_one_of(c, U"àéèóòÀÉÈÓÒ");
  if (is_one_of(c, U"ñÑ")) return is_vowel(after);
  if (is_one_of(c, U"èÈ")) return !is_vowel(after) && (is_letter(after) || !is_vowel(before));
  if (is_one_of(c, U"ìòù")) return !is_letter(after);
  if (is_one_of(c, U"ãÃ")) return is_one_of(after, U"oeisOEIS") || !is_letter(after);
  if (is_one_of(c, U"õÕ")) return is_one_of(after, U"eE");
  if (is_one_of(c, U"øØ")) return !is_vowel(after) || is_one_of(after, U"eyEY");
  if (is_one_of(c, U"æïÆÏ")) return !is_vowel(before) || (is_letter(after) && !is_vowel(after));
  return true;
}

bool western_belongs(uint32_t before, uint32_t c, uint32_t after) {
  if (!latin_belongs(before, c, after)) return false;
  if (!is_latin_letter(c)) return true;
  // In Turkish texts these bytes are ğ ı ş İ, and too few languages use the Western letters.
  if (is_one_of(c, U"ðýþÐÝÞ") || (is_latin_letter(before) && !may_follow(before, c))) return false;
  return has_western_neighbours(before, c, after);
}

bool is_upper_cyrillic(uint32_t c) { return is_between(c, 0x410, 0x42F) || is_one_of(c, U"ЁЄІЇЎ"); }
bool is_lower_cyrillic(uint32_t c) { return is_between(c, 0x430, 0x44F) || is_one_of(c, U"ёєіїў"); }
bool is_cyrillic(uint32_t c) { return is_upper_cyrillic(c) || is_lower_cyrillic(c); }

// Text in another Cyrillic encoding shows capitals inside words; text in a Latin one shows Cyrillic letters
// among ASCII ones.
bool cyrillic_belongs(uint32_t before, uint32_t c, uint32_t after) {
  if (is_upper_cyrillic(c))
    return !is_cyrillic(before) && !is_ascii_letter(before) && !is_upper_cyrillic(after);
  if (is_lower_cyrillic(c)) return !is_ascii_letter(before) && !is_ascii_letter(after);
  return is_one_of(c, U"№«»—–…“”„\u00A0") && (!is_cyrillic(before) || !is_cyrillic(after));
}

// Two letters in three are among these ten; of the letters that take their place in other alphabets, one in
// three.
bool has_cyrillic_frequencies(const std::vector<uint32_t>& text) {
  const auto frequent =
      std::count_if(text.begin(), text.end(), [](uint32_t c) { return is_one_of(c, U"оеаинтсрвл"); });
  return frequent * 2 >= std::count_if(text.begin(), text.end(), is_cyrillic);
}

using Belongs = bool (*)(uint32_t before, uint32_t c, uint32_t after);

EncodingFit fit_of_alphabet(const std::vector<uint32_t>& text, Belongs belongs) {
  size_t outside = 0;
  size_t belonging = 0;
  std::unordered_set<uint32_t> letters;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] < 0x80) continue;
    ++outside;
    const uint32_t before = i > 0 ? text[i - 1] : ' ';
    const uint32_t after = i + 1 < text.size() ? text[i + 1] : ' ';
    if (!belongs(before, text[i], after)) continue;
    ++belonging;
    if (is_latin_letter(text[i]) || is_lower_cyrillic(text[i])) letters.insert(text[i]);
  }
  return {share_of(belonging, outside), letters.size(), false};
}

}  // namespace

EncodingFit fit_of(std::string_view text, Writing writing) {
  const std::vector<uint32_t> code_points = code_points_of(text);
  const auto impossible =
      static_cast<size_t>(std::count_if(code_points.begin(), code_points.end(), is_impossible));
  if (impossible * 100 > code_points.size()) return {};
  switch (writing) {
    case Writing::kWestern:
      return fit_of_alphabet(code_points, western_belongs);
    case Writing::kLatin:
      return fit_of_alphabet(code_points, latin_belongs);
    case Writing::kCyrillic:
      return has_cyrillic_frequencies(code_points) ? fit_of_alphabet(code_points, cyrillic_belongs)
                                                   : EncodingFit{};
    case Writing::kChinese:
    case Writing::kJapanese:
    case Writing::kKorean:
      return fit_of_east_asian(code_points, writing);
  }
  return {};
}

}  // namespace broadsheet
