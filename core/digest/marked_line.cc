#include "core/digest/marked_line.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/digest/paper_sites.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kLongestMarked = 8192;
constexpr size_t kLongestTag = 400;
constexpr size_t kNone = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || is_multibyte(c); }

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char p, char t) { return p == lower(t); });
}

// For each `[` its `]`.
std::vector<uint32_t> match_brackets(std::string_view line) {
  std::vector<uint32_t> match(line.size(), 0);
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '[') {
      open.push_back(i);
    } else if (line[i] == ']' && !open.empty()) {
      match[open.back()] = i;
      open.pop_back();
    }
  }
  return match;
}

// The end of the `(…)` that opens at `at`, after its bracket; kNone if it does not close on this line.
size_t end_of_target(std::string_view line, size_t at) {
  int depth = 0;
  for (size_t i = at; i < line.size(); ++i) {
    if (line[i] == '(') ++depth;
    if (line[i] == ')' && --depth == 0) return i + 1;
  }
  return kNone;
}

// The link of `(url "title")`, without the brackets.
std::string_view url_of_target(std::string_view target) {
  target = trim(target);
  if (target.starts_with('<')) return target.substr(1, target.find('>') - 1);
  return target.substr(0, target.find_first_of(" \t"));
}

std::string_view attribute_of(std::string_view tag, std::string_view name) {
  size_t at = tag.find(name);
  if (at == kNone) return {};
  at += name.size();
  if (at >= tag.size()) return {};
  const char quote = tag[at];
  if (quote != '"' && quote != '\'') return tag.substr(at, tag.substr(at).find_first_of(" >"));
  return tag.substr(at + 1, std::min(tag.find(quote, at + 1), tag.size()) - at - 1);
}

class SpanReader {
 public:
  explicit SpanReader(std::string_view line)
      : line_(beginning_of(line, kLongestMarked)),
        rest_(line.substr(line_.size())),
        match_(match_brackets(line_)) {}

  std::vector<Span> read() {
    size_t dead_targets = line_.size();  // from here on no `(` closes
    for (size_t i = 0; i < line_.size();) {
      const char c = line_[i];
      const std::string_view rest = line_.substr(i);
      if (c == '\\' && i + 1 < line_.size()) {
        i += 2;
      } else if (c == '`') {
        i = read_code(i);
      } else if (rest.starts_with("**") || rest.starts_with("__")) {
        const bool is_mark = c == '*' || !inside_word(i, 2);
        if (is_mark) flush(i), bold_ = !bold_, begin_ = i + 2;
        i += 2;
      } else if (rest.starts_with("~~")) {
        flush(i), struck_ = !struck_, begin_ = i += 2;
      } else if ((c == '*' || c == '_') && !inside_word(i, 1)) {
        const bool opens = !italic_ && i + 1 < line_.size() && !is_blank(line_[i + 1]);
        if (opens || italic_) flush(i), italic_ = !italic_, begin_ = i + 1;
        ++i;
      } else if (c == '!' && rest.starts_with("![") && match_[i + 1] != 0) {
        const size_t close = match_[i + 1];
        const size_t end = target_end(close + 1, dead_targets);
        if (end == kNone) {
          ++i;
          continue;
        }
        flush(i);
        begin_ = i = end;
      } else if (c == '[' && match_[i] != 0 && match_[i] + 1 < line_.size() && line_[match_[i] + 1] == '(') {
        const size_t close = match_[i];
        const size_t end = target_end(close + 1, dead_targets);
        if (end == kNone) {
          ++i;
          continue;
        }
        flush(i);
        add_link(line_.substr(i + 1, close - i - 1), url_of_target(line_.substr(close + 2, end - close - 3)));
        begin_ = i = end;
      } else if (c == '<') {
        i = read_tag(i);
      } else if ((c == 'h' || c == 'H') && (i == 0 || !is_word(line_[i - 1])) &&
                 length_of_url(line_, i) > 0) {
        flush(i);
        const size_t length = length_of_url(line_, i);
        add_link(line_.substr(i, length), line_.substr(i, length));
        begin_ = i += length;
      } else {
        ++i;
      }
    }
    flush(line_.size());
    if (!rest_.empty()) {
      bold_ = italic_ = struck_ = false;
      add(rest_);
    }
    return std::move(spans_);
  }

 private:
  bool inside_word(size_t at, size_t length) const {
    return at > 0 && is_word(line_[at - 1]) && at + length < line_.size() && is_word(line_[at + length]) &&
           !is_multibyte(line_[at - 1]) && !is_multibyte(line_[at + length]);
  }
  size_t target_end(size_t at, size_t& dead) const {
    if (at >= line_.size() || line_[at] != '(' || at >= dead) return kNone;
    const size_t end = end_of_target(line_, at);
    if (end == kNone) dead = std::min(dead, at);
    return end;
  }
  void add(std::string_view text) {
    if (trim(text).empty()) return;
    Span span;
    span.text = trim(text);
    span.is_bold = bold_;
    span.is_italic = italic_;
    span.is_struck = struck_;
    spans_.push_back(span);
  }
  void flush(size_t end) {
    if (end > begin_) {
      const std::string_view text = line_.substr(begin_, end - begin_);
      if (anchor_.empty()) {
        add(text);
      } else if (!trim(text).empty()) {
        add_link(text, anchor_);
      }
    }
    begin_ = end;
  }
  void add_link(std::string_view text, std::string_view url) {
    Span span;
    span.text = trim(text);
    span.url = trim(url);
    span.is_link = true;
    span.is_bold = bold_ || span.text.starts_with("**") || span.text.starts_with("__");
    span.is_italic = italic_;
    span.is_struck = struck_;
    if (!span.text.starts_with("![")) span.text = without_marks(span.text);
    spans_.push_back(span);
  }
  size_t read_code(size_t at) {
    size_t ticks = 1;
    while (at + ticks < line_.size() && line_[at + ticks] == '`') ++ticks;
    const size_t close = ticks > dead_ticks_ ? kNone : line_.find(line_.substr(at, ticks), at + ticks);
    if (close == kNone) {
      dead_ticks_ = std::min(dead_ticks_, ticks - 1);
      return at + ticks;
    }
    flush(at);
    Span span;
    span.text = trim(line_.substr(at + ticks, close - at - ticks));
    span.is_code = true;
    if (!span.text.empty()) spans_.push_back(span);
    return begin_ = close + ticks;
  }
  size_t read_tag(size_t at) {
    const std::string_view rest = line_.substr(at);
    const size_t close = dead_tags_ ? kNone : rest.find('>');
    if (close == kNone) {
      dead_tags_ = true;
      return at + 1;
    }
    const std::string_view tag = rest.substr(1, close - 1);
    if (is_web_url(tag)) {
      flush(at);
      add_link(tag, tag);
      return begin_ = at + close + 1;
    }
    const bool is_tag =
        !tag.empty() && (is_ascii_letter(tag.front()) || tag.front() == '/' || tag.starts_with("!--"));
    if (!is_tag) return at + 1;
    flush(at);
    if (starts_with_ignoring_case(tag, "a ")) anchor_ = attribute_of(tag, "href=");
    if (starts_with_ignoring_case(tag, "/a")) anchor_ = {};
    const std::string_view name = tag.substr(0, tag.find(' '));
    if (name == "b" || name == "strong") bold_ = true;
    if (name == "/b" || name == "/strong") bold_ = false;
    if (name == "i" || name == "em") italic_ = true;
    if (name == "/i" || name == "/em") italic_ = false;
    if (name == "img" && !anchor_.empty()) add_link("![", anchor_);
    return begin_ = at + close + 1;
  }

  const std::string_view line_;
  const std::string_view rest_;
  const std::vector<uint32_t> match_;
  std::vector<Span> spans_;
  size_t begin_ = 0;
  bool bold_ = false;
  bool italic_ = false;
  bool struck_ = false;
  std::string_view anchor_;  // of the open <a>
  size_t dead_ticks_ = kLongestMarked;
  bool dead_tags_ = false;
};

}  // namespace

std::vector<Span> spans_of(std::string_view line) { return SpanReader(line).read(); }

std::string_view without_tags(std::string_view text) {
  for (size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = trim(text);
    if (starts_with_ignoring_case(text, "<summary")) {
      const std::string_view line = text.substr(0, std::min(kLongestTag, text.find('\n')));
      const size_t end = line.find("</summary>");
      if (end != kNone) text.remove_prefix(end + std::string_view("</summary>").size());
    } else if (text.size() > 2 && text.front() == '<' && (is_ascii_letter(text[1]) || text[1] == '/') &&
               !is_web_url(text.substr(1))) {
      const size_t end = text.substr(0, kLongestTag).find_first_of("<>\n", 1);
      const bool is_link = starts_with_ignoring_case(text, "<a ");
      if (end != kNone && text[end] == '>' && !is_link) text.remove_prefix(end + 1);
    }
    text = trim(text);
    if (text.ends_with('>')) {
      const size_t tail = text.size() - std::min(text.size(), kLongestTag);
      const size_t in_tail = text.substr(tail).find_last_of("<\n");
      const size_t begin = in_tail == kNone ? kNone : tail + in_tail;
      const bool ends_first = begin != kNone && text.find('>', begin) == text.size() - 1;
      if (ends_first && text[begin] == '<' && begin + 2 < text.size()) {
        const std::string_view tag = text.substr(begin + 1);
        const bool closes = tag.front() == '/' && is_ascii_letter(tag[1]) && tag != "/a>";
        if (closes || starts_with_ignoring_case(tag, "br")) text = text.substr(0, begin);
      }
    }
  }
  return text;
}

std::string_view without_marks(std::string_view text) {
  for (size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = without_tags(text);
    for (const std::string_view mark : {"**", "__", "~~", "*", "_", "`"}) {
      if (text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark) &&
          text.substr(mark.size(), text.size() - 2 * mark.size()).find(mark) == kNone)
        text = trim(text.substr(mark.size(), text.size() - 2 * mark.size()));
    }
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                      {"“", "”"},
                                      {"「", "」"},
                                      {"『", "』"},
                                      {"《", "》"},
                                      {"«", "»"}}) {
      if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close) &&
          text.substr(open.size(), text.size() - open.size() - close.size()).find(close) == kNone)
        text = trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
  }
  return text;
}

namespace {

// Where a sign is first in a text that loses characters at its ends. Cost: O(text) over all calls.
class FirstPlace {
 public:
  explicit FirstPlace(char sign) : sign_(sign) {}

  // kNone if it is not in the text.
  size_t in(std::string_view text) {
    if (is_missing_) return kNone;
    if (place_ == nullptr || place_ < text.data()) {
      const size_t place = text.find(sign_);
      is_missing_ = place == kNone;
      if (is_missing_) return kNone;
      place_ = text.data() + place;
    }
    const auto place = static_cast<size_t>(place_ - text.data());
    return place < text.size() ? place : kNone;
  }

 private:
  const char sign_;
  const char* place_ = nullptr;
  bool is_missing_ = false;
};

struct Brackets {
  char open;
  char close;
  FirstPlace first_open{open};
  FirstPlace first_close{close};
};

}  // namespace

std::string_view trim_signs(std::string_view text) {
  constexpr std::string_view kSigns = " \t\r\n-,.;:|*_/>\"'~=";
  std::array<Brackets, 2> kinds = {Brackets{'(', ')'}, Brackets{'[', ']'}};
  for (size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    while (!text.empty() && kSigns.find(text.front()) != kNone) text.remove_prefix(1);
    while (!text.empty() && kSigns.find(text.back()) != kNone) text.remove_suffix(1);
    for (const std::string_view sign :
         {"—", "–", "·", "•", "：", "，", "。", "、", "｜", "→", "⏐", "\xEF\xB8\x8F"}) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
    if (text == "(" || text == ")" || text == "[" || text == "]" || text == "()" || text == "[]") return {};
    for (auto& [open, close, first_open, first_close] : kinds) {
      if (text.starts_with(close)) text.remove_prefix(1);
      if (text.ends_with(open)) text.remove_suffix(1);
      const bool is_wrapped = text.starts_with(open) && first_close.in(text) == text.size() - 1;
      if (is_wrapped && text.size() > 1) text = text.substr(1, text.size() - 2);
      if (text.starts_with(open) && first_close.in(text) == kNone) text.remove_prefix(1);
      if (text.ends_with(close) && first_open.in(text) == kNone) text.remove_suffix(1);
    }
  }
  return text;
}

std::vector<std::string_view> split_cells(std::string_view row) {
  row = trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  std::vector<std::string_view> cells;
  size_t begin = 0;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|') {
      cells.push_back(trim(row.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (begin < row.size() && !trim(row.substr(begin)).empty()) cells.push_back(trim(row.substr(begin)));
  return cells;
}

}  // namespace broadsheet
