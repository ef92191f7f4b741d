#include "core/digest/html_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/digest/field_names.h"
#include "core/digest/html_elements.h"
#include "core/digest/html_tables.h"
#include "core/digest/marked_line.h"
#include "core/digest/markup.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

using Element = HtmlElement;

// Where links such as `/abs/2601.00001` lead if the page does not say where it is from.
struct SitePath {
  std::string_view path;
  std::string_view site;
};
constexpr std::array kSitePaths = {SitePath{"/abs/", "https://arxiv.org"},
                                   SitePath{"/pdf/", "https://arxiv.org"},
                                   SitePath{"/html/", "https://arxiv.org"},
                                   SitePath{"/papers/", "https://huggingface.co"},
                                   SitePath{"/arxiv/", "https://papers.cool"},
                                   SitePath{"/forum?id=", "https://openreview.net"},
                                   SitePath{"/content/10.", "https://www.biorxiv.org"}};

bool is_web(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

// `https://arxiv.org` of `https://arxiv.org/list/cs.CL/new`; empty if it is no address.
std::string_view site_of(std::string_view url) {
  if (!is_web(url)) return {};
  return url.substr(0, std::min(url.find_first_of("/?# \t\r\n\f<>", url.find("//") + 2), url.size()));
}

// A link, a bold stretch and their like: its sign is written with the first text inside it, so that none is
// empty.
struct Mark {
  Element element;
  bool is_written = false;
  std::string url;  // of a link
};

class PageWriter {
 public:
  explicit PageWriter(std::string_view html) : reader_(html), lines_(html) {}

  HtmlLines write() {
    MarkupToken token;
    token_ = &token;
    while (reader_.next(token)) {
      if (token.is_text()) {
        write_text(decoded(token.text));
      } else if (token.kind == MarkupToken::Kind::kOpen) {
        open(token);
      } else {
        close(token);
      }
    }
    end_block();
    return {std::move(out_), std::move(line_of_)};
  }

 private:
  static constexpr size_t kMostMarks = 8;
  static constexpr uint32_t kDeepestList = 8;

  void open(const MarkupToken& tag) {
    const Element element = html_element(tag.text);
    switch (element) {
      case Element::kInline:
        return note_address(tag);
      case Element::kRaw:
        return tag.is_closed ? void() : reader_.skip_to_close(tag.text);
      case Element::kBreak:
        if (in_line()) return write_text(" ");
        if (is_line_empty() && depth_ == 0) blank_line();  // two of them part paragraphs
        return end_line();
      case Element::kHeading:
        if (in_table_) return write_text(" ");
        end_block();
        in_heading_ = true;
        if (in_item_) return open_mark(Element::kBold, {});
        blank_line();
        prefix_ = std::string(static_cast<size_t>(tag.text[1] - '0'), '#') + ' ';
        return;
      case Element::kList:
        if (in_table_) return write_text(" ");
        end_block();
        depth_ = std::min(depth_ + 1, kDeepestList);
        if (depth_ == 1) blank_line();
        return;
      case Element::kItem:
        if (in_table_) return write_text(" ");
        end_block();
        depth_ = std::max(depth_, 1u);
        prefix_ = std::string((depth_ - 1) * 2, ' ') + "- ";
        indent_ = depth_ * 2;
        awaits_item_ = in_item_ = true;
        return;
      case Element::kTable:
        if (in_table_) end_table();
        if (is_layout_.empty()) is_layout_ = layout_tables(reader_);
        return is_layout_[tables_++] ? end_area() : begin_table();
      case Element::kRow:
        return end_row();
      case Element::kCell:
        if (!in_table_) return end_area();
        close_marks();
        if (cells_ == 0) end_line();
        if (!is_tag(tag.text, "th")) is_header_ = false;
        return raw(cells_++ == 0 ? "| " : " | ");
      case Element::kSummary:
        if (in_table_) return write_text(" ");
        end_block();
        in_heading_ = true;
        if (prefix_.empty()) prefix_ = indented("<summary>");
        return;
      case Element::kRule:
        end_block();
        if (in_table_ || out_.empty()) return;  // at the top it would begin front matter
        blank_line();
        raw_line("---");
        return blank_line();
      case Element::kDefinition:
        in_item_ = true;
        return block();
      case Element::kBlock:
        return block();
      case Element::kImage:
        return;
      case Element::kLink:
        close_until(Element::kLink);
        return open_mark(element, address_of(tag));
      case Element::kBold:
      case Element::kItalic:
      case Element::kCode:
        return open_mark(element, {});
    }
  }

  void close(const MarkupToken& tag) {
    const Element element = html_element(tag.text);
    switch (element) {
      case Element::kLink:
      case Element::kBold:
      case Element::kItalic:
      case Element::kCode:
        return close_until(element);
      case Element::kHeading:
        if (in_table_) return write_text(" ");
        if (in_item_) close_until(Element::kBold);
        if (!in_item_) prefix_.clear();
        end_block();
        return in_item_ ? void() : blank_line();
      case Element::kSummary:
        if (in_table_) return write_text(" ");
        close_marks();
        if (std::string_view(out_).substr(line_begin_).find("<summary>") != kNone && !is_line_empty())
          raw("</summary>");
        prefix_.clear();
        end_block();
        return depth_ == 0 ? blank_line() : void();
      case Element::kList:
        if (in_table_) return write_text(" ");
        end_block();
        prefix_.clear();
        in_item_ = false;
        depth_ -= depth_ > 0 ? 1 : 0;
        indent_ = depth_ * 2;
        if (depth_ == 0) blank_line();
        return;
      case Element::kTable:
        return in_table_ ? end_table() : end_area();
      case Element::kRow:
        return end_row();
      case Element::kCell:
        return in_table_ ? close_marks() : end_area();
      case Element::kItem:
      case Element::kDefinition:
        in_item_ = false;
        block();
        return prefix_.clear();
      case Element::kBlock:
        return block();
      default:
        return;
    }
  }

  // Where the page says that it is.
  void note_address(const MarkupToken& tag) {
    if (!site_.empty()) return;
    if (is_tag(tag.text, "base") ||
        (is_tag(tag.text, "link") && is_tag(attribute_of(tag.inside, "rel"), "canonical"))) {
      site_ = site_of(attribute_of(tag.inside, "href"));
    } else if (is_tag(tag.text, "meta") && is_tag(attribute_of(tag.inside, "property"), "og:url")) {
      site_ = site_of(attribute_of(tag.inside, "content"));
    }
  }

  // Where a link leads; empty if that says nothing: to a search for its author, inside the page.
  std::string address_of(const MarkupToken& link) const {
    std::string url = decoded(trim(attribute_of(link.inside, "href")));
    if (url.find("/search") != kNone || attribute_of(link.inside, "class").find("author") != kNone) return {};
    url.resize(std::min(url.find_first_of(" \t\r\n\f<>"), url.size()));
    if (url.starts_with("//")) return "https:" + url;
    if (!url.starts_with('/')) return is_web(url) ? url : std::string();
    if (!site_.empty()) return std::string(site_) + url;
    for (const SitePath& each : kSitePaths) {
      if (url.starts_with(each.path)) return std::string(each.site) + url;
    }
    return {};
  }

  // A paragraph, or in what is one line a blank.
  void block() {
    if (in_table_) return write_text(" ");
    if (in_heading_) return write_text(" ");
    const bool had_text = !is_line_empty();
    end_block();
    if (had_text && depth_ == 0) blank_line();
  }

  // A cell of a table that only lays out, as if it were a page of its own.
  void end_area() {
    end_block();
    prefix_.clear();
    in_item_ = false;
    depth_ = indent_ = 0;
    blank_line();
  }

  std::string indented(std::string_view text) const { return std::string(indent_, ' ').append(text); }

  bool in_line() const { return in_table_ || in_heading_; }

  void open_mark(Element element, std::string url) {
    if (element == Element::kLink && url.empty()) return;
    if (marks_.size() < kMostMarks) marks_.push_back({element, false, std::move(url)});
  }
  static std::string_view sign_of(Element element) {
    return element == Element::kBold ? "**" : element == Element::kItalic ? "*" : "`";
  }
  void write_marks() {
    for (Mark& mark : marks_) {
      if (mark.is_written) continue;
      if (waits_blank_) put_blank();
      mark.is_written = true;
      raw(mark.element == Element::kLink ? "[" : sign_of(mark.element));
    }
  }
  void end_mark(const Mark& mark) {
    if (!mark.is_written) return;
    if (mark.element == Element::kLink) {
      ((out_ += "](") += mark.url) += ')';
    } else {
      out_ += sign_of(mark.element);
    }
  }
  // Ends the innermost mark of the kind, and those inside it.
  void close_until(Element element) {
    const auto is_it = [&](const Mark& mark) { return mark.element == element; };
    if (std::none_of(marks_.begin(), marks_.end(), is_it)) return;
    for (bool found = false; !found; marks_.pop_back()) {
      found = is_it(marks_.back());
      end_mark(marks_.back());
    }
  }
  // Ends all marks with the line. A link was said then; the others go on with the next text.
  void close_marks() {
    for (size_t i = marks_.size(); i-- > 0;) end_mark(marks_[i]);
    std::erase_if(marks_, [](const Mark& mark) { return mark.is_written && mark.element == Element::kLink; });
    for (Mark& mark : marks_) mark.is_written = false;
    waits_blank_ = false;
  }

  // Blanks become one; a line end in the source is a blank.
  void write_text(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      const char c = text[i];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        waits_blank_ = !is_line_empty();
        ++i;
        continue;
      }
      size_t end = i + 1;
      while (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != '\t' &&
             text[end] != '\r' && text[end] != '\f')
        ++end;
      begin_line();
      write_marks();
      if (waits_blank_) put_blank();
      write_word(text.substr(i, end - i));
      i = end;
    }
  }
  void write_word(std::string_view word) {
    for (const char c : word) {
      if (in_table_ && c == '|') out_ += '\\';
      out_ += c;
    }
  }
  void put_blank() {
    out_ += ' ';
    waits_blank_ = false;
  }
  // Begins a line with its marker or indentation, if none is begun.
  void begin_line() {
    if (!is_line_empty()) return;
    note_line();
    if (!prefix_.empty()) {
      out_ += prefix_;
    } else if (!in_table_) {
      out_.append(indent_, ' ');
    }
    prefix_.clear();
  }
  void raw(std::string_view text) {
    if (is_line_empty()) note_line();
    out_ += text;
  }
  void raw_line(std::string_view text) {
    raw(text);
    new_line();
  }

  bool is_line_empty() const { return !is_begun_; }
  void note_line() {
    line_of_.push_back(lines_.line_of(token_->begin));
    is_begun_ = true;
    line_begin_ = out_.size();
    if (std::exchange(awaits_item_, false)) item_begin_ = line_begin_;
  }
  void new_line() {
    out_ += '\n';
    is_begun_ = false;
  }
  void end_line() {
    close_marks();
    if (is_line_empty()) return;
    if (item_begin_ < line_begin_) begin_item_with_title();
    new_line();
  }
  size_t marker_of(size_t line) const { return out_.find_first_not_of(' ', line); }
  // An item that begins with links and goes on with `Title: …`, as arXiv's lists do, gets its title first.
  // Cost: O(both lines), once an item.
  void begin_item_with_title() {
    constexpr std::string_view kLabel = "Title:";
    const auto without_signs = [](std::string_view text) {
      while (text.starts_with('*') || text.starts_with(' ')) text.remove_prefix(1);
      while (text.ends_with('*') || text.ends_with(' ')) text.remove_suffix(1);
      return text;
    };
    const size_t item = std::exchange(item_begin_, kNone);
    const std::string_view line = without_signs(std::string_view(out_).substr(line_begin_));
    const bool is_next = out_.find('\n', item) + 1 == line_begin_;
    if (!is_next || !line.starts_with(kLabel) ||
        !std::string_view(out_).substr(marker_of(item)).starts_with("- "))
      return;
    const std::string title(without_signs(line.substr(kLabel.size())));
    const size_t marker = marker_of(item);
    const std::string below = indented(std::string_view(out_).substr(marker + 2, line_begin_ - marker - 3));
    out_.resize(marker);
    ((((out_ += "- **") += title) += "**\n")) += below;
    std::swap(line_of_.back(), line_of_[line_of_.size() - 2]);
  }
  void end_block() {
    end_line();
    in_heading_ = false;
  }
  // Requires: no line is begun.
  void blank_line() {
    if (!out_.empty() && !out_.ends_with("\n\n")) raw_line("");
  }
  void begin_table() {
    end_block();
    blank_line();
    in_table_ = is_first_row_ = is_header_ = true;
    cells_ = 0;
  }
  void end_row() {
    if (!in_table_ || cells_ == 0) return;
    close_marks();
    raw_line(" |");
    if (is_first_row_) end_first_row();
    is_first_row_ = false;
    cells_ = 0;
  }
  void end_table() {
    end_row();
    end_line();
    in_table_ = false;
    blank_line();
  }
  // In Markdown the first row is the header. A row that is none gets an empty one before it.
  void end_first_row() {
    const std::string row = out_.substr(line_begin_);
    const uint32_t line = line_of_.back();
    const auto repeated = [&](std::string_view cell) {
      std::string cells = "|";
      for (size_t i = 0; i < cells_; ++i) cells += cell;
      return cells;
    };
    const bool is_header = is_header_ || names_fields(row);
    if (!is_header) {
      out_.resize(line_begin_);
      line_of_.pop_back();
      raw_line(repeated(" |"));
      line_of_.back() = line;
    }
    raw_line(repeated("---|"));
    if (is_header) return;
    raw(row);
    line_of_.back() = line;
    is_begun_ = false;
  }
  static bool names_fields(std::string_view row) {
    const std::vector<std::string_view> cells = split_cells(row);
    return std::any_of(cells.begin(), cells.end(), [](std::string_view cell) {
      return field_named(trim_signs(without_marks(cell))) != nullptr;
    });
  }

  MarkupReader reader_;
  LineCounter lines_;
  const MarkupToken* token_ = nullptr;
  std::string out_;
  std::vector<uint32_t> line_of_;
  std::string_view site_;
  std::vector<Mark> marks_;
  std::string prefix_;           // of the next line
  uint32_t indent_ = 0;          // of lines without one
  uint32_t depth_ = 0;           // of lists
  std::vector<bool> is_layout_;  // for each table
  size_t tables_ = 0;            // opened so far
  size_t cells_ = 0;             // of the row so far
  bool in_table_ = false;        // of data
  bool is_first_row_ = false;
  bool is_header_ = false;  // the first row has nothing but header cells so far
  bool in_item_ = false;
  bool in_heading_ = false;    // or a summary: one line
  bool is_begun_ = false;      // a line
  size_t line_begin_ = 0;      // of the last line begun
  bool awaits_item_ = false;   // the next line is an item's first
  size_t item_begin_ = kNone;  // of an item whose second line is not written yet
  bool waits_blank_ = false;
};

}  // namespace

bool looks_like_html(std::string_view text) {
  constexpr size_t kHead = 4096;
  std::string_view head = trim(text.substr(0, kHead));
  if (!head.starts_with('<')) return false;
  constexpr std::string_view kDoctype = "<!doctype html";
  if (is_tag(head.substr(0, kDoctype.size()), kDoctype)) return true;
  MarkupReader reader(head);
  MarkupToken token;
  while (reader.next(token) && token.is_text() && trim(token.text).empty()) continue;
  return token.kind == MarkupToken::Kind::kOpen &&
         (is_tag(token.text, "html") || is_tag(token.text, "head") ||
          (is_tag(token.text, "meta") && head.starts_with("<!")));
}

HtmlLines html_as_lines(std::string_view html) { return PageWriter(html).write(); }

}  // namespace broadsheet
