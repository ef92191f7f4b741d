#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/collection/lower_case.h"
#include "core/collection/readers.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;
// `#` and macros may double a text with every line. All values together are at most so much longer than the
// file.
constexpr size_t kMostExpanded = size_t{1} << 20;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
// What BibTeX takes for a field's name or a macro's.
bool is_name_byte(char c) {
  return !is_blank(c) && static_cast<unsigned char>(c) > ' ' &&
         std::string_view("\"#%'(),={}@").find(c) == kNone;
}

class BibReader {
 public:
  BibReader(std::string_view text, WorkList& works)
      : text_(text), works_(works), to_expand_(text.size() + kMostExpanded) {}

  void read() {
    while ((at_ = text_.find('@', at_)) != kNone) {
      const size_t begin = at_++;
      const std::string type = lower_case(take_letters());
      skip_blanks(text_.size());
      if (type.empty() || at_ == text_.size() || (text_[at_] != '{' && text_[at_] != '(')) continue;
      end_ = next_entry(at_);
      const char close = text_[at_++] == '{' ? '}' : ')';
      if (type == "comment") {
        skip_group(close);
      } else if (type == "preamble") {
        take_value();
        finish(begin, close);
      } else if (type == "string") {
        read_macro(begin, close);
      } else {
        read_entry(begin, close);
      }
    }
  }

 private:
  std::string_view take_letters() {
    const size_t begin = at_;
    while (at_ < text_.size() && is_ascii_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  std::string_view take_name() {
    const size_t begin = at_;
    while (at_ < end_ && is_name_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void skip_blanks(size_t end) {
    while (at_ < end && is_blank(text_[at_])) ++at_;
  }
  bool take(char c) {
    skip_blanks(end_);
    if (at_ >= end_ || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // Where the next line begins with `@word{`: nothing of an entry reaches further. The search goes on where
  // the last one ended, so all of them walk the text once.
  size_t next_entry(size_t from) {
    if (next_entry_ > from) return next_entry_;
    for (size_t at = from; (at = text_.find('\n', at)) != kNone;) {
      ++at;
      size_t i = at;
      while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
      if (i == text_.size() || text_[i] != '@') continue;
      const size_t word = ++i;
      while (i < text_.size() && is_ascii_letter(text_[i])) ++i;
      const bool has_word = i > word;
      while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
      if (has_word && i < text_.size() && (text_[i] == '{' || text_[i] == '(')) return next_entry_ = at;
    }
    return next_entry_ = text_.size();
  }

  // To the end of a group whose opening was read, or of all that an entry can reach.
  void skip_group(char close) {
    size_t depth = 1;
    for (size_t i = at_; i < end_; ++i) {
      if (text_[i] == '{') ++depth;
      if (text_[i] == close && depth == 1) {
        at_ = i + 1;
        return;
      }
      if (text_[i] == '}' && depth > 1) --depth;
    }
    at_ = end_;
  }

  // The text in braces or quotation marks that begins here, without them; nothing if it is not closed.
  std::optional<std::string_view> take_delimited() {
    const bool quoted = text_[at_] == '"';
    size_t depth = 0;
    for (size_t i = at_ + (quoted ? 1 : 0); i < end_; ++i) {
      const char c = text_[i];
      if (quoted && c == '\\' && i + 1 < end_ && text_[i + 1] == '"') {
        ++i;  // an accent
        continue;
      }
      if (c == '{') ++depth;
      if (c == '}') depth -= depth > 0 ? 1 : 0;
      if (depth == 0 && (c == '}' || (quoted && c == '"'))) {
        if (quoted && c == '}') continue;
        const std::string_view value = text_.substr(at_ + 1, i - at_ - 1);
        at_ = i + 1;
        return value;
      }
    }
    return std::nullopt;
  }

  // A value: texts, numbers and macros, joined by `#`. Nothing if it is not one.
  std::optional<std::string> take_value() {
    std::string value;
    do {
      skip_blanks(end_);
      if (at_ >= end_) return std::nullopt;
      if (text_[at_] == '{' || text_[at_] == '"') {
        const auto part = take_delimited();
        if (!part) return std::nullopt;
        value += *part;
        continue;
      }
      const std::string_view name = take_name();
      if (name.empty()) return std::nullopt;
      append_macro(name, value);
    } while (take('#'));
    return value;
  }

  // A number, a month, or what `@string` said; an unknown name is itself.
  void append_macro(std::string_view name, std::string& value) {
    const auto found = macros_.find(lower_case(name));
    if (found == macros_.end()) {
      value += name;
      return;
    }
    if (found->second.size() > to_expand_) return;
    to_expand_ -= found->second.size();
    value += found->second;
  }

  using Fields = std::map<std::string, std::string, std::less<>>;

  void read_macro(size_t begin, char close) {
    skip_blanks(end_);
    const std::string name = lower_case(take_name());
    std::optional<std::string> value;
    if (!name.empty() && take('=')) value = take_value();
    if (!value) return leave(begin, "this @string has no name and value");
    macros_[name] = *std::move(value);
    finish(begin, close);
  }

  void read_entry(size_t begin, char close) {
    WorkDraft draft(works_.line_of(begin));
    Fields fields;
    // The key: all before the comma, since some have blanks.
    at_ += std::min(text_.substr(at_, end_ - at_).find_first_of(close == '}' ? ",}" : ",)"), end_ - at_);
    bool goes_on = true;
    while (goes_on) {
      take(',');
      skip_blanks(end_);
      if (at_ >= end_ || text_[at_] == close) break;
      if (text_[at_] != ',') goes_on = read_field(fields);
    }
    if (goes_on) finish(begin, close);
    fill(draft, fields);
    works_.add(std::move(draft));
  }

  // Whether the entry can be read on.
  bool read_field(Fields& fields) {
    const size_t begin = at_;
    const std::string name = lower_case(take_name());
    const std::string what = "the field \"" + std::string(beginning_of(name, 40)) + "\" ";
    if (name.empty() || !take('=')) {
      works_.remark(works_.line_of(begin),
                    name.empty() ? "a field's name is missing" : what + "has no value");
      at_ += std::min(text_.substr(at_, end_ - at_).find(','), end_ - at_);
      return true;
    }
    skip_blanks(end_);
    if (at_ < end_ && text_[at_] == ',') return true;
    std::optional<std::string> value = take_value();
    if (value) {
      fields.emplace(name, *std::move(value));
    } else {
      leave(begin, what + "does not end");
    }
    return value.has_value();
  }

  static void fill(WorkDraft& draft, const Fields& fields) {
    const auto value = [&](std::string_view name) -> std::string_view {
      const auto found = fields.find(name);
      return found == fields.end() ? std::string_view() : std::string_view(found->second);
    };
    draft.title(value("title"));
    add_authors(value("author"), draft);
    for (const std::string_view name : {"year", "date"}) draft.year(value(name));
    // Of all that may name the paper, the surest first.
    const std::string archive = lower_case(value("archiveprefix")) + lower_case(value("eprinttype"));
    if (archive.empty() || archive.find("arxiv") != std::string::npos) {
      for (const std::string_view name : {"eprint", "arxivid", "arxiv"}) draft.address(value(name));
    }
    for (const std::string_view name : {"doi", "url", "ee", "link", "bdsk-url-1"}) draft.address(value(name));
    for (const std::string_view name :
         {"howpublished", "note", "journal", "journaltitle", "number", "volume"})
      draft.mention(value(name));
  }

  // Names are divided by the word `and` outside of braces.
  static void add_authors(std::string_view names, WorkDraft& draft) {
    size_t depth = 0;
    size_t begin = 0;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == '{') ++depth;
      if (names[i] == '}' && depth > 0) --depth;
      if (depth > 0 || !is_blank(names[i]) || i + 4 >= names.size() || !is_blank(names[i + 4])) continue;
      if (lower_case(names.substr(i + 1, 3)) != "and") continue;
      draft.author(names.substr(begin, i - begin));
      begin = i + 5;
      i += 3;
    }
    draft.author(names.substr(std::min(begin, names.size())));
  }

  void finish(size_t begin, char close) {
    if (!take(close)) leave(begin, "this entry does not end");
  }
  // Whatever an entry still holds is nobody's.
  void leave(size_t begin, std::string_view message) {
    works_.remark(works_.line_of(begin), message);
    at_ = end_;
  }

  std::string_view text_;
  WorkList& works_;
  size_t to_expand_;
  std::map<std::string, std::string, std::less<>> macros_ = [] {
    std::map<std::string, std::string, std::less<>> months;
    for (const std::string_view month : kMonths) months.emplace(month, month);
    return months;
  }();
  size_t at_ = 0;
  size_t end_ = 0;         // of the entry being read
  size_t next_entry_ = 0;  // the last one that was looked for
};

}  // namespace

void read_bibtex(std::string_view text, WorkList& works) { BibReader(text, works).read(); }

}  // namespace broadsheet
