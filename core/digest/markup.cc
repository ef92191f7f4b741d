#include "core/digest/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/ascii.h"
#include "core/text/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;
// No attribute of a tag that matters is longer. A quotation mark that is never closed reaches no farther.
constexpr size_t kLongestTag = 16384;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

struct NamedCharacter {
  std::string_view name;
  uint32_t character;
};
constexpr std::array kCharacters = {
    NamedCharacter{"amp", '&'},      NamedCharacter{"lt", '<'},       NamedCharacter{"gt", '>'},
    NamedCharacter{"quot", '"'},     NamedCharacter{"apos", '\''},    NamedCharacter{"nbsp", ' '},
    NamedCharacter{"ndash", 0x2013}, NamedCharacter{"mdash", 0x2014}, NamedCharacter{"hellip", 0x2026},
    NamedCharacter{"lsquo", 0x2018}, NamedCharacter{"rsquo", 0x2019}, NamedCharacter{"ldquo", 0x201C},
    NamedCharacter{"rdquo", 0x201D}, NamedCharacter{"bull", 0x2022},  NamedCharacter{"middot", 0xB7},
    NamedCharacter{"times", 0xD7},   NamedCharacter{"plusmn", 0xB1},  NamedCharacter{"deg", 0xB0},
    NamedCharacter{"copy", 0xA9},    NamedCharacter{"laquo", 0xAB},   NamedCharacter{"raquo", 0xBB},
    NamedCharacter{"szlig", 0xDF},   NamedCharacter{"oslash", 0xF8},  NamedCharacter{"Oslash", 0xD8},
    NamedCharacter{"aelig", 0xE6},   NamedCharacter{"AElig", 0xC6},   NamedCharacter{"thinsp", ' '},
    NamedCharacter{"ensp", ' '},     NamedCharacter{"emsp", ' '},     NamedCharacter{"minus", 0x2212},
    NamedCharacter{"le", 0x2264},    NamedCharacter{"ge", 0x2265},    NamedCharacter{"rarr", 0x2192},
    NamedCharacter{"larr", 0x2190},  NamedCharacter{"lbrace", '{'},   NamedCharacter{"rbrace", '}'}};

struct NamedAccent {
  std::string_view name;
  char accent;  // TeX's
};
constexpr std::array kAccents = {
    NamedAccent{"uml", '"'},   NamedAccent{"acute", '\''}, NamedAccent{"grave", '`'},
    NamedAccent{"circ", '^'},  NamedAccent{"tilde", '~'},  NamedAccent{"cedil", 'c'},
    NamedAccent{"caron", 'v'}, NamedAccent{"ring", 'r'},   NamedAccent{"breve", 'u'},
    NamedAccent{"ogon", 'k'},  NamedAccent{"macr", '='},   NamedAccent{"dot", '.'}};

// The character between `&` and `;`; 0 if there is none.
uint32_t character_of(std::string_view name) {
  if (name.starts_with('#')) {
    const bool is_hex = name.size() > 1 && lower(name[1]) == 'x';
    const std::string_view digits = name.substr(is_hex ? 2 : 1);
    uint32_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
    const bool is_character = error == std::errc() && rest == end && value < 0x110000 &&
                              (value < 0xD800 || value >= 0xE000) && value != 0;
    return is_character ? value : 0;
  }
  for (const NamedCharacter& each : kCharacters) {
    if (each.name == name) return each.character;
  }
  if (name.size() < 2) return 0;
  for (const NamedAccent& each : kAccents) {
    if (each.name == name.substr(1)) return letter_with({each.accent, static_cast<unsigned char>(name[0])});
  }
  return 0;
}

}  // namespace

size_t MarkupReader::after(std::string_view terminator, size_t from, bool& is_missing) const {
  if (!is_missing) {
    const size_t found = text_.find(terminator, from);
    if (found != kNone) return found + terminator.size();
    is_missing = true;
  }
  const size_t bracket = text_.find('>', from);
  return bracket == kNone ? text_.size() : bracket + 1;
}

size_t MarkupReader::end_of_tag(size_t from) const {
  const size_t limit = std::min(text_.size(), from + kLongestTag);
  size_t first_bracket = kNone;
  char quote = '\0';
  for (size_t i = from; i < limit; ++i) {
    const char c = text_[i];
    if (c == '>' && first_bracket == kNone) first_bracket = i + 1;
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && text_[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    } else if (c == '<') {
      break;  // the tag was never ended
    }
  }
  return first_bracket;
}

bool MarkupReader::read_tag(MarkupToken& token) {
  size_t begin = at_ + 1;
  const bool closes = begin < text_.size() && text_[begin] == '/';
  begin += closes ? 1 : 0;
  if (begin >= text_.size() || !is_ascii_letter(text_[begin])) return false;
  const size_t end = end_of_tag(begin);
  if (end == kNone) return false;
  size_t name_end = begin;
  while (!ends_name(text_[name_end])) ++name_end;
  const std::string_view name = text_.substr(begin, name_end - begin);
  const bool is_closed = !closes && text_[end - 2] == '/';
  token.kind = closes ? MarkupToken::Kind::kClose : MarkupToken::Kind::kOpen;
  token.text = name.substr(name.find(':') + 1);
  token.inside = text_.substr(name_end, end - 1 - std::min(name_end, end - 1));
  token.is_closed = is_closed;
  at_ = end;
  return true;
}

bool MarkupReader::next(MarkupToken& token) {
  token = {};
  while (at_ < text_.size()) {
    token.begin = at_;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ = after("-->", at_ + 4, no_comment_ends_);
      continue;
    }
    if (constexpr std::string_view kOpen = "<![CDATA["; rest.starts_with(kOpen)) {
      const size_t begin = at_ + kOpen.size();
      constexpr std::string_view kClose = "]]>";
      size_t end = no_verbatim_ends_ ? kNone : text_.find(kClose, begin);
      no_verbatim_ends_ = end == kNone;
      at_ = end == kNone ? text_.size() : end + kClose.size();  // a feed that was cut inside it
      token.kind = MarkupToken::Kind::kVerbatim;
      token.text = text_.substr(begin, std::min(end, text_.size()) - begin);
      token.end = at_;
      return true;
    }
    if (rest.starts_with("<?")) {
      at_ = after("?>", at_ + 2, no_instruction_ends_);
      continue;
    }
    if (rest.starts_with("<!") && rest.size() > 2 && is_ascii_letter(rest[2])) {
      // A DOCTYPE, with declarations in brackets or without.
      const size_t bracket = std::min(text_.find('>', at_), text_.size());
      const bool declares = text_.substr(at_, bracket - at_).find('[') != kNone;
      at_ = declares ? after("]>", at_, no_declaration_ends_) : std::min(bracket + 1, text_.size());
      continue;
    }
    if (rest.front() == '<' && read_tag(token)) {
      token.end = at_;
      return true;
    }
    const size_t end = std::min(text_.find('<', at_ + 1), text_.size());
    token.kind = MarkupToken::Kind::kText;
    token.text = text_.substr(at_, end - at_);
    token.end = at_ = end;
    return true;
  }
  return false;
}

void MarkupReader::skip_to_close(std::string_view name) {
  for (size_t at = at_; (at = text_.find("</", at)) != kNone; at += 2) {
    const std::string_view rest = text_.substr(at + 2);
    if (rest.size() <= name.size() || !is_tag(rest.substr(0, name.size()), name) ||
        !ends_name(rest[name.size()]))
      continue;
    at_ = std::min(text_.find('>', at), text_.size() - 1) + 1;
    return;
  }
  at_ = text_.size();
}

bool is_tag(std::string_view name, std::string_view lower_case) {
  return name.size() == lower_case.size() && std::equal(name.begin(), name.end(), lower_case.begin(),
                                                        [](char a, char b) { return lower(a) == b; });
}

std::string_view attribute_of(std::string_view inside, std::string_view name) {
  for (size_t i = 0; i < inside.size();) {
    while (i < inside.size() && (is_blank(inside[i]) || inside[i] == '/')) ++i;
    const size_t begin = i;
    while (i < inside.size() && !is_blank(inside[i]) && inside[i] != '=') ++i;
    std::string_view key = inside.substr(begin, i - begin);
    while (i < inside.size() && is_blank(inside[i])) ++i;
    std::string_view value;
    if (i < inside.size() && inside[i] == '=') {
      ++i;
      while (i < inside.size() && is_blank(inside[i])) ++i;
      const char quote = i < inside.size() && (inside[i] == '"' || inside[i] == '\'') ? inside[i] : '\0';
      const size_t from = quote != '\0' ? i + 1 : i;
      size_t to = from;
      while (to < inside.size() && (quote != '\0' ? inside[to] != quote : !is_blank(inside[to]))) ++to;
      value = inside.substr(from, to - from);
      i = to + (quote != '\0' && to < inside.size() ? 1 : 0);
    }
    if (is_tag(key, name)) return value;
  }
  return {};
}

void append_decoded(std::string_view text, std::string& out) {
  constexpr size_t kLongestName = 12;
  for (size_t i = 0; i < text.size();) {
    const size_t sign = std::min(text.find('&', i), text.size());
    out += text.substr(i, sign - i);
    if (sign == text.size()) return;
    const std::string_view name = text.substr(sign + 1, kLongestName);
    const size_t end = name.find(';');
    const uint32_t character = end == kNone ? 0 : character_of(name.substr(0, end));
    if (character == 0) {
      out += '&';
      i = sign + 1;
    } else {
      append_utf8(character, out);
      i = sign + 1 + end + 1;
    }
  }
}

std::string decoded(std::string_view text) {
  std::string out;
  append_decoded(text, out);
  return out;
}

}  // namespace broadsheet
