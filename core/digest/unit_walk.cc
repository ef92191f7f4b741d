#include "core/digest/unit_walk.h"

#include <algorithm>
#include <optional>

#include "core/base/find_byte.h"
#include "core/digest/entry.h"
#include "core/digest/marked_line.h"
#include "core/digest/name_lists.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// `---`, `* * *`, `___`
bool is_rule(std::string_view text) {
  if (text.size() < 3 || std::string_view("-*_").find(text.front()) == kNone) return false;
  size_t signs = 0;
  for (const char c : text) {
    if (c == text.front())
      ++signs;
    else if (!is_blank(c))
      return false;
  }
  return signs >= 3;
}

// `---` or `===` under a line of text.
uint8_t underline_level(std::string_view text) {
  if (text.size() < 2 || (text.front() != '=' && text.front() != '-')) return 0;
  if (text.find_first_not_of(text.front()) != kNone) return 0;
  return text.front() == '=' ? 1 : 2;
}

// `|---|:-:|`: bars, dashes and colons, at least one bar and three dashes or a colon beside one.
bool is_delimiter(std::string_view text) {
  return text.find('|') != kNone && text.find('-') != kNone && text.find_first_not_of("|-: \t") == kNone;
}

// The length of a list item's marker with the blank after it; 0 if there is none.
size_t item_marker(std::string_view text) {
  if (text.empty()) return 0;
  for (const std::string_view bullet : {"•", "◦", "·", "▪", "●", "○", "■", "‣"}) {
    if (text.starts_with(bullet))
      return bullet.size() + (text.substr(bullet.size()).starts_with(' ') ? 1 : 0);
  }
  const char c = text.front();
  if (c == '-' || c == '*' || c == '+') return text.size() > 1 && is_blank(text[1]) ? 2 : 0;
  size_t digits = 0;
  while (digits < text.size() && digits < 6 && is_ascii_digit(text[digits])) ++digits;
  if (digits == 0) return 0;
  const std::string_view sign = text.substr(digits);
  if (sign.size() > 1 && (sign[0] == '.' || sign[0] == ')') && is_blank(sign[1])) return digits + 2;
  for (const std::string_view wide : {"、", "．", "）"}) {
    if (sign.starts_with(wide)) return digits + wide.size();
  }
  // `1.[Title](…)`, `1.**Title**`
  if (sign.starts_with(".[") || sign.starts_with(".**")) return digits + 1;
  return 0;
}

size_t heading_level(std::string_view text) {
  const size_t level = std::min(text.find_first_not_of('#'), text.size());
  const bool is_heading = level >= 1 && level <= 6 && (level == text.size() || is_blank(text[level]));
  return is_heading ? level : 0;
}

bool is_all_bold(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("**") || !text.ends_with("**")) return false;
  return text.substr(2, text.size() - 4).find("**") == kNone;
}

class LineReader {
 public:
  LineReader(std::string_view text, size_t begin, const std::function<void(const Line&)>& visit)
      : text_(text), at_(begin), visit_(visit) {}

  void run() {
    while (at_ < text_.size()) {
      Line line = bounds(at_);
      read(line);
      visit_(line);
      previous_ = line.kind;
      at_ = line.next;
    }
  }

 private:
  Line bounds(size_t begin) const {
    Line line;
    const size_t line_feed = std::min(find_byte(text_, '\n', begin), text_.size());
    line.begin = static_cast<uint32_t>(begin);
    line.next = static_cast<uint32_t>(std::min(line_feed + 1, text_.size()));
    size_t end = line_feed;
    while (end > begin && is_blank(text_[end - 1])) --end;
    size_t content = begin;
    while (content < end && is_blank(text_[content])) ++content;
    line.content = static_cast<uint32_t>(content);
    line.end = static_cast<uint32_t>(end);
    return line;
  }
  std::string_view content_of(const Line& line) const {
    return text_.substr(line.content, line.end - line.content);
  }

  uint32_t indent_of(const Line& line) const {
    uint32_t indent = 0;
    for (uint32_t i = line.begin; i < line.content; ++i) indent += text_[i] == '\t' ? 4 : 1;
    return indent;
  }

  void read(Line& line) {
    const std::string_view content = content_of(line);
    if (fence_length_ > 0) {
      line.kind = LineKind::kCode;
      const size_t length = std::min(content.find_first_not_of(fence_), content.size());
      if (length >= fence_length_ && length == content.size()) fence_length_ = 0;
      return;
    }
    if (content.empty()) {
      line.kind = LineKind::kBlank;
      in_table_ = false;
      return;
    }
    if (is_underline_) {
      is_underline_ = false;
      line.kind = LineKind::kUnderline;
      return;
    }
    if (in_table_ && line.begin == delimiter_) {
      line.kind = LineKind::kDelimiter;
      return;
    }
    if (in_table_ && content.find('|') != kNone && heading_level(content) == 0) {
      line.kind = is_delimiter(content) ? LineKind::kDelimiter : LineKind::kRow;
      line.header = header_;
      return;
    }
    in_table_ = false;
    if ((content.starts_with("```") || content.starts_with("~~~")) && opens_fence(line, content)) {
      line.kind = LineKind::kCode;
      return;
    }
    const uint32_t indent = indent_of(line);
    if (const size_t level = heading_level(content); level > 0 && indent <= 3) {
      line.kind = LineKind::kHeading;
      line.level = static_cast<uint8_t>(level);
      set_content(line, level);
      indents_.clear();
      return;
    }
    if (content.find('|') != kNone && begins_table(line)) {
      line.kind = LineKind::kHeader;
      return;
    }
    if (is_rule(content)) {
      line.kind = LineKind::kRule;
      indents_.clear();
      return;
    }
    const bool begins_block = previous_ != LineKind::kText;
    if (const size_t marker = item_marker(content); marker > 0) {
      line.kind = LineKind::kItem;
      // A wrapped item's line may lie between the depths.
      while (!indents_.empty() && indents_.back() >= indent) indents_.pop_back();
      indents_.push_back(indent);
      line.level = static_cast<uint8_t>(std::min<size_t>(indents_.size(), 3));
      set_content(line, marker);
      return;
    }
    line.kind = LineKind::kText;
    if (indent == 0 && begins_block && previous_ == LineKind::kBlank) indents_.clear();
    if (begins_block && indent <= 3 && content.front() != '<' && content.front() != '>') {
      if (const uint8_t level = underlined(line); level > 0) {
        line.kind = LineKind::kHeading;
        line.level = level;
        is_underline_ = line.next == underline_;
        return;
      }
    }
    line.is_bold = begins_block && indent <= 3 && is_all_bold(content);
  }

  void set_content(Line& line, size_t marker) const {
    size_t content = line.content + marker;
    while (content < line.end && is_blank(text_[content])) ++content;
    line.content = static_cast<uint32_t>(std::min<size_t>(content, line.end));
  }

  // An opening fence that nothing closes is text.
  bool opens_fence(const Line& line, std::string_view content) {
    const char sign = content.front();
    // Longer ones count as eight signs: each length is looked for to the end of the text once at most.
    const size_t length = std::min<size_t>(std::min(content.find_first_not_of(sign), content.size()), 8);
    size_t& dead = sign == '`' ? dead_backticks_ : dead_tildes_;
    if (length >= dead) return false;
    if (content.substr(std::min(content.find_first_not_of(sign), content.size())).find('`') != kNone)
      return false;
    for (size_t at = line.next; at < text_.size();) {
      const Line below = bounds(at);
      const std::string_view inside = content_of(below);
      const size_t signs = std::min(inside.find_first_not_of(sign), inside.size());
      if (signs >= length && signs == inside.size()) {
        fence_ = sign;
        fence_length_ = length;
        return true;
      }
      at = below.next;
    }
    dead = length;
    return false;
  }

  bool begins_table(const Line& line) {
    if (line.next >= text_.size()) return false;
    const Line below = bounds(line.next);
    if (!is_delimiter(content_of(below))) return false;
    in_table_ = true;
    header_ = line.begin;
    delimiter_ = below.begin;
    return true;
  }

  // The level of the heading that this line begins if the paragraph is underlined: it must be short or link.
  uint8_t underlined(const Line& line) {
    if (line.begin < paragraph_end_) return 0;
    constexpr uint32_t kLongestTitle = 300;
    const std::string_view own = content_of(line);
    const bool links = own.find("](http") != kNone;
    if (!links && (own.ends_with('.') || own.ends_with("。") || label_of_line(own))) return 0;
    size_t lines = 1;
    for (size_t at = line.next; at < text_.size(); ++lines) {
      const Line below = bounds(at);
      const std::string_view content = content_of(below);
      if (content.empty()) break;
      if (const uint8_t level = underline_level(content); level > 0) {
        underline_ = below.begin;
        paragraph_end_ = below.next;
        return links || (lines == 1 && line.end - line.content <= kLongestTitle) ? level
                                                                                 : static_cast<uint8_t>(0);
      }
      if (!links) break;  // only the line right below counts
      at = below.next;
      paragraph_end_ = below.next;
    }
    return 0;
  }

  const std::string_view text_;
  size_t at_;
  const std::function<void(const Line&)>& visit_;
  LineKind previous_ = LineKind::kBlank;
  char fence_ = '`';
  size_t fence_length_ = 0;
  size_t dead_backticks_ = kNone;  // fences as long as this are never closed
  size_t dead_tildes_ = kNone;
  bool in_table_ = false;
  uint32_t header_ = 0;
  uint32_t delimiter_ = 0;
  bool is_underline_ = false;
  uint32_t underline_ = 0;
  uint32_t paragraph_end_ = 0;  // no underline up to here
  std::vector<uint32_t> indents_;
};

UnitForm heading_form(uint8_t level) {
  return static_cast<UnitForm>(static_cast<uint8_t>(UnitForm::kHeading1) - (level - 1));
}
UnitForm item_form(uint8_t depth) {
  return static_cast<UnitForm>(static_cast<uint8_t>(UnitForm::kItem1) - (depth - 1));
}

class UnitReader {
 public:
  UnitReader(std::string_view text, size_t begin, const std::function<void(const Unit&)>& visit)
      : text_(text), begin_(begin), visit_(visit) {}

  void run() {
    Line first;
    first.begin = first.content = first.end = first.next = static_cast<uint32_t>(begin_);
    open(UnitForm::kPart, first);
    for_each_markdown_line(text_, begin_, [&](const Line& line) { read(line); });
    const auto end = static_cast<uint32_t>(text_.size());
    for (size_t form = 0; form < kUnitForms; ++form) close(static_cast<UnitForm>(form), end);
  }

 private:
  std::optional<Unit>& unit(UnitForm form) { return open_[static_cast<size_t>(form)]; }

  void open(UnitForm form, const Line& line, uint32_t group = 0) {
    close(form, line.begin);
    Unit made;
    made.form = form;
    made.begin = line.begin;
    made.content = line.content;
    made.head_end = line.end;
    made.body = line.next;
    made.group = group;
    unit(form) = made;
  }
  void close(UnitForm form, uint32_t end) {
    if (!unit(form)) return;
    unit(form)->end = end;
    visit_(*unit(form));
    unit(form).reset();
  }
  void close_items(uint8_t from_depth, uint32_t end) {
    for (uint8_t depth = 3; depth >= from_depth; --depth) close(item_form(depth), end);
  }
  void close_blocks(uint32_t end) {
    close(UnitForm::kParagraph, end);
    close_items(1, end);
    close(UnitForm::kLooseItem, end);
    close(UnitForm::kBoldLine, end);
    list_ = 0;
  }

  void read(const Line& line) {
    const bool follows_blank = was_blank_;
    was_blank_ = line.kind == LineKind::kBlank;
    switch (line.kind) {
      case LineKind::kBlank:
        close(UnitForm::kParagraph, line.begin);
        return;
      case LineKind::kCode:
      case LineKind::kUnderline:
        if (line.kind == LineKind::kUnderline && unit(heading_form(last_level_)))
          unit(heading_form(last_level_))->body = line.next;
        return;
      case LineKind::kHeading:
        close_blocks(line.begin);
        for (uint8_t level = 6; level >= line.level; --level) close(heading_form(level), line.begin);
        open(heading_form(line.level), line);
        last_level_ = line.level;
        break;
      case LineKind::kRule:
        close_blocks(line.begin);
        open(UnitForm::kPart, line);
        unit(UnitForm::kPart)->begin = line.next;
        unit(UnitForm::kPart)->content = unit(UnitForm::kPart)->head_end = line.next;
        return;
      case LineKind::kItem:
        close(UnitForm::kParagraph, line.begin);
        close_items(line.level, line.begin);
        if (line.level == 1) {
          if (list_ == 0) list_ = line.begin + 1;
          open(UnitForm::kLooseItem, line);
        }
        open(item_form(line.level), line, list_);
        break;
      case LineKind::kHeader:
      case LineKind::kDelimiter:
        close(UnitForm::kParagraph, line.begin);
        if (line.begin == line.content) close_items(1, line.begin);
        return;
      case LineKind::kRow:
        open(UnitForm::kRow, line, line.header + 1);
        break;
      case LineKind::kText:
        read_text(line, follows_blank);
        break;
    }
    look_at(line);
    if (line.kind == LineKind::kRow) close(UnitForm::kRow, line.next);
  }

  void read_text(const Line& line, bool follows_blank) {
    const bool is_indented = line.content > line.begin;
    if (!is_indented && follows_blank) {
      close_items(1, line.begin);
      list_ = 0;
    }
    const bool in_item = unit(UnitForm::kItem1).has_value();
    if (line.is_bold && !in_item && !label_of_line(text_.substr(line.content, line.end - line.content))) {
      close(UnitForm::kParagraph, line.begin);
      close(UnitForm::kLooseItem, line.begin);
      open(UnitForm::kBoldLine, line);
    }
    if (!in_item && !unit(UnitForm::kParagraph)) open(UnitForm::kParagraph, line);
    // A part begins with its first line that says something.
    if (unit(UnitForm::kPart) && unit(UnitForm::kPart)->head_end == unit(UnitForm::kPart)->content) {
      Unit& part = *unit(UnitForm::kPart);
      part.begin = line.begin;
      part.content = line.content;
      part.head_end = line.end;
      part.body = line.next;
    }
  }

  // What the line says goes to all units that are open.
  void look_at(const Line& line) {
    const std::string_view whole = text_.substr(line.begin, line.end - line.begin);
    PapersNamed named;
    size_t at = line.content - line.begin;
    for (NamedPaperInText found = next_paper_ref(whole, at); found.ref;
         found = next_paper_ref(whole, found.end))
      named.add(found.ref);
    const std::string_view content = text_.substr(line.content, line.end - line.content);
    const auto label = label_of_line(line.kind == LineKind::kHeading ? whole : content);
    const bool knows = label && label->field != nullptr;
    const bool has_value = label && (!label->value.empty() || label->form != LabelForm::kPlain);
    const bool authors = knows && has_value && label->field->kind == CaptureKind::kPeople;
    const bool abstract = knows && label->field->kind == CaptureKind::kText;
    const bool links = content.find("](http") != kNone;
    // A paper's own link is in its first line, under a label or among other links; in a sentence it may be
    // another paper's.
    const bool is_marked = named.any() && (knows || is_line_of_marks(content, false));
    for (std::optional<Unit>& open : open_) {
      if (!open) continue;
      const bool is_head = open->head_end == line.end;
      open->papers.add(named);
      if (is_marked || is_head) open->own.add(named);
      if (is_head) {
        open->in_head.add(named);
        const bool marks_label = label && label->form != LabelForm::kPlain;
        // `**Paper:** [Title](…)` names a paper; `**Paper**: Title` too.
        const bool is_entry =
            knows &&
            (label->field->kind == CaptureKind::kPaper || label->field->kind == CaptureKind::kTitleText) &&
            !label->value.empty();
        open->is_label =
            !is_entry &&
            (knows || (marks_label && label->form != LabelForm::kHeading && label->value.empty()));
        open->has_link = links || content.find("href=\"http") != kNone;
      }
      open->has_authors = open->has_authors || authors;
      open->has_abstract = open->has_abstract || abstract;
      open->says_abstract = open->says_abstract || (abstract && label->field->field == TextField::kAbstract);
      constexpr uint32_t kNear = 400;
      if (!open->has_names && !is_head && line.begin < open->body + kNear && content.size() < 1000 && !knows)
        open->has_names = is_names(content);
    }
  }

  // Asked for each open unit, answered once a line.
  bool is_names(std::string_view content) {
    if (content.data() != names_at_) {
      names_at_ = content.data();
      names_ = is_list_of_people(without_marks(content));
    }
    return names_;
  }

  const std::string_view text_;
  const size_t begin_;
  const std::function<void(const Unit&)>& visit_;
  std::array<std::optional<Unit>, kUnitForms> open_;
  bool was_blank_ = true;
  uint8_t last_level_ = 1;
  uint32_t list_ = 0;  // where the open list begins, plus 1; 0 if none is
  const char* names_at_ = nullptr;
  bool names_ = false;
};

}  // namespace

void PapersNamed::add(const NamedPaper& ref) {
  if (!ref) return;
  std::string_view& first = first_[static_cast<size_t>(ref.namer) - 1];
  named_ = true;
  if (first.empty()) {
    first = ref.key;
  } else if (first != ref.key) {
    several_ = true;
  }
}

std::string_view PapersNamed::name() const {
  for (const std::string_view name : first_) {
    if (!name.empty()) return name;
  }
  return {};
}

void PapersNamed::add(const PapersNamed& other) {
  if (!other.named_) return;
  several_ = several_ || other.several_;
  named_ = true;
  for (size_t i = 0; i < first_.size(); ++i) {
    if (first_[i].empty()) first_[i] = other.first_[i];
    several_ = several_ || (!other.first_[i].empty() && other.first_[i] != first_[i]);
  }
}

void for_each_markdown_line(std::string_view text, size_t begin,
                            const std::function<void(const Line&)>& visit) {
  LineReader(text, begin, visit).run();
}

void for_each_unit(std::string_view text, size_t begin, const std::function<void(const Unit&)>& visit) {
  UnitReader(text, begin, visit).run();
}

}  // namespace broadsheet
