#include "core/export/formula_spans.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/digest/text_slices.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char c) { return kBlanks.find(c) != kNone; }
bool is_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }

bool has_blank_line(std::string_view text) {
  for (size_t at = text.find('\n'); at != kNone; at = text.find('\n', at + 1)) {
    const size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next != kNone && text[next] == '\n') return true;
  }
  return false;
}

// Whether TeX's own braces pair.
bool is_balanced(std::string_view text) {
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

// The body without command names and without arguments that hold words.
std::string symbols_of(std::string_view body) {
  constexpr std::array<std::string_view, 8> kTakeWords = {"text", "math",  "operatorname", "mbox",
                                                          "hbox", "label", "tag",          "textnormal"};
  std::string symbols;
  for (size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      symbols += body[i++];
      continue;
    }
    size_t end = i + 1;
    while (end < body.size() && is_ascii_letter(body[end])) ++end;
    const std::string_view name = body.substr(i + 1, end - i - 1);
    symbols += ' ';
    i = std::max(end, std::min(i + 2, body.size()));
    const bool takes_words = std::any_of(kTakeWords.begin(), kTakeWords.end(),
                                         [&](std::string_view known) { return name.starts_with(known); });
    const size_t open = body.find_first_not_of(kBlanks, end);
    if (!takes_words || open == kNone || body[open] != '{') continue;
    const size_t close = body.find_first_of("{}", open + 1);
    if (close != kNone && body[close] == '}') i = close + 1;
  }
  return symbols;
}

// Chinese or Korean prose: its punctuation, or five ideographs in a row.
bool has_ideographic_prose(std::string_view text) {
  constexpr std::u16string_view kPunctuation = u"，。；：！？、";
  int row = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    if (c.length == 3 && kPunctuation.find(static_cast<char16_t>(c.value)) != std::u16string_view::npos)
      return true;
    const bool ideograph =
        (c.value >= 0x3400 && c.value <= 0x9FFF) || (c.value >= 0xAC00 && c.value <= 0xD7AF);
    row = ideograph ? row + 1 : 0;
    if (row == 5) return true;
  }
  return false;
}

struct Words {
  size_t count = 0;             // runs of two ASCII letters and more
  bool has_lower_case = false;  // one is all lower-case
  bool three_in_a_row = false;  // with only blanks between
};

Words words_of(std::string_view symbols) {
  Words words;
  size_t row = 0;
  for (size_t i = 0; i < symbols.size();) {
    if (!is_ascii_letter(symbols[i])) {
      if (!is_blank(symbols[i])) row = 0;
      ++i;
      continue;
    }
    const size_t begin = i;
    bool lower = true;
    for (; i < symbols.size() && is_ascii_letter(symbols[i]); ++i) lower = lower && symbols[i] >= 'a';
    if (i - begin < 2) {
      row = 0;
      continue;
    }
    if (++row == 3) words.three_in_a_row = true;
    if (begin > 0 && symbols[begin - 1] == '-') continue;
    ++words.count;
    words.has_lower_case = words.has_lower_case || lower;
  }
  return words;
}

bool ends_with_currency(std::string_view before) {
  constexpr std::array<std::string_view, 14> kCodes = {"US", "USD", "CA", "CAD", "AU", "AUD", "C",
                                                       "A",  "HK",  "NT", "NZ",  "SG", "S",   "R"};
  size_t begin = before.size();
  while (begin > 0 && before.size() - begin < 4 && is_ascii_letter(before[begin - 1])) --begin;
  return std::find(kCodes.begin(), kCodes.end(), before.substr(begin)) != kCodes.end();
}

// Whether what is between two dollars is a formula. `next`: the character after them.
bool is_formula(std::string_view body, std::string_view before, char next) {
  if (trim(body).empty()) return false;
  const std::string symbols = symbols_of(body);
  if (has_ideographic_prose(symbols)) return false;
  const size_t first = is_blank(body[0]) ? 1 : 0;
  const bool amount = first < body.size() && is_ascii_digit(body[first]);
  const bool marked = body.find_first_of("\\^_=<>") != kNone;
  const Words words = words_of(symbols);
  if (amount && ends_with_currency(before) && body.find_first_not_of("0123456789.,") != kNone) return false;
  if (amount && is_ascii_digit(next) && body.find_first_of("\\^_") == kNone) return false;
  if (amount && words.count > 0 && body.find_first_of("\\^_=") == kNone &&
      (body.find_first_of(kBlanks) != kNone || is_word(next)))
    return false;
  // Beyond the page's rules: a price, then prose, then the next price.
  const bool is_loose = amount || is_blank(body.front()) || is_blank(body.back());
  if (is_loose && words.three_in_a_row && body.find('\\') == kNone) return false;
  if (!marked && (is_blank(body.front()) || is_blank(body.back())) && words.has_lower_case) return false;
  return words.count < 3 || marked || !words.three_in_a_row;
}

// The next bare dollar outside braces, or else the next bare dollar (`$\text{$x$}` holds two).
size_t closing_dollar(std::string_view text, size_t from) {
  int depth = 0;
  size_t inner = kNone;
  int seen = 0;
  const size_t stop = std::min(text.size(), from + kMaxFormulaBytes);
  for (size_t at = from; at < stop; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '{') {
      ++depth;
    } else if (text[at] == '}') {
      --depth;
    } else if (text[at] == '\n' && has_blank_line(text.substr(at, 40))) {
      break;
    } else if (text[at] == '$') {
      if (depth <= 0) return at;
      if (inner == kNone) inner = at;
      if (++seen == 12) break;
    }
  }
  return inner;
}

// The end of what `closer` ends, if that is a formula; else 0.
size_t delimited_end(std::string_view text, size_t from, std::string_view closer) {
  const std::string_view near = text.substr(from, kMaxFormulaBytes);
  const size_t close = near.find(closer);
  if (close == kNone || close == 0) return 0;
  const std::string_view body = near.substr(0, close);
  const bool is_empty = trim(body).empty();
  return is_empty || has_blank_line(body) || !is_balanced(body) ? 0 : from + close + closer.size();
}

size_t dollar_formula_end(std::string_view text, size_t at) {
  if (text.substr(at).starts_with("$$")) {
    const size_t end = delimited_end(text, at + 2, "$$");
    return end != 0 && is_formula(text.substr(at + 2, end - at - 4), "", ' ') ? end : 0;
  }
  const size_t close = closing_dollar(text, at + 1);
  if (close == kNone) return 0;
  const std::string_view body = text.substr(at + 1, close - at - 1);
  const char next = close + 1 < text.size() ? text[close + 1] : ' ';
  const size_t before = at - std::min<size_t>(at, 5);
  return is_balanced(body) && is_formula(body, text.substr(before, at - before), next) ? close + 1 : 0;
}

size_t environment_end(std::string_view text, size_t at) {
  constexpr std::string_view kBegin = "\\begin{";
  constexpr std::array<std::string_view, 6> kNames = {"equation", "align",    "gather",
                                                      "multline", "eqnarray", "displaymath"};
  if (!text.substr(at).starts_with(kBegin)) return 0;
  const std::string_view rest = text.substr(at + kBegin.size());
  const std::string_view name = rest.substr(0, std::min(rest.find('}'), rest.size()));
  const std::string_view bare = name.substr(0, name.size() - (name.ends_with('*') ? 1 : 0));
  if (std::find(kNames.begin(), kNames.end(), bare) == kNames.end()) return 0;
  return delimited_end(text, at + kBegin.size() + name.size() + 1, "\\end{" + std::string(name) + "}");
}

}  // namespace

size_t formula_end(std::string_view text, size_t at) {
  if (text[at] == '$') return dollar_formula_end(text, at);
  const char opener = at + 1 < text.size() ? text[at + 1] : ' ';
  if (opener == '(') return delimited_end(text, at + 2, "\\)");
  if (opener == 'b') return environment_end(text, at);
  if (opener != '[') return 0;
  // `\[12\]` is an escaped bracket in Markdown, not a displayed number.
  const size_t end = delimited_end(text, at + 2, "\\]");
  if (end == 0) return 0;
  const std::string_view body = text.substr(at + 2, end - at - 4);
  const auto tells = [](char c) { return is_ascii_letter(c) || c == '\\' || c == '='; };
  return std::any_of(body.begin(), body.end(), tells) ? end : 0;
}

}  // namespace broadsheet
