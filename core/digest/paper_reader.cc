#include "core/digest/paper_reader.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/digest/captures.h"
#include "core/digest/markdown_blocks.h"
#include "core/digest/text_labels.h"

namespace broadsheet {
namespace {

constexpr size_t kNoLine = static_cast<size_t>(-1);

class BodyReader {
 public:
  BodyReader(const PaperRange& range, const Dialect& dialect, LineCounter& lines, Paper& paper,
             TextArena& arena, DiagnosticList& diagnostics)
      : text_(range.source.substr(range.begin, range.end - range.begin)),
        begin_(range.begin),
        dialect_(dialect),
        lines_(lines),
        paper_(paper),
        arena_(arena),
        diagnostics_(diagnostics),
        offsets_(line_offsets(text_)) {
    // A lone CR in a title (left from `\rho`) ends a line for CommonMark, but not the heading.
    while (body_ < line_count() && offsets_[body_] < range.body - range.begin) ++body_;
    find_details();
  }

  void read() {
    const bool has_details = details_ < end_;
    read_zone(dialect_.header, body_, details_,
              has_details ? dialect_.line_ends.before_details : dialect_.line_ends.behind_text);
    if (!has_details) return;
    read_zone(dialect_.details, details_ + 1, details_end_, dialect_.line_ends.behind_text);
    if (details_end_ == end_) return;
    is_tail_ = true;
    read_zone(dialect_.tail, details_end_ + 1, end_, dialect_.line_ends.behind_text);
  }

 private:
  uint32_t line_count() const { return static_cast<uint32_t>(offsets_.size() - 1); }
  std::string_view line(uint32_t i) const { return text_.substr(offsets_[i], offsets_[i + 1] - offsets_[i]); }
  bool is_blank(uint32_t i) const { return trim(line(i)).empty(); }
  std::string_view from_line(uint32_t i) const { return text_.substr(offsets_[i]); }

  void report(DiagnosticCode code, uint32_t line_index, std::string_view message) {
    diagnostics_.add(code, lines_.line_of(begin_ + offsets_[line_index]), message);
  }

  // A piece of text begins after a blank line or the summary. Not every cmark block is a piece: a line right
  // under a heading or a rule still belongs to the field.
  bool starts_piece(uint32_t i) const { return is_blank(i - 1) || trim(line(i - 1)).ends_with("</summary>"); }

  // Where cmark sees HTML blocks begin, ascending.
  std::vector<size_t> find_html_blocks() const {
    std::vector<size_t> begins;
    for_each_block(text_, [&](const Block& block) {
      if (block.kind == BlockKind::kHtml) begins.push_back(block.begin);
    });
    return begins;
  }

  void find_details() {
    end_ = line_count();
    while (end_ > body_ && (is_blank(end_ - 1) || is_structure(trim(line(end_ - 1))))) --end_;
    details_ = details_end_ = end_;
    if (dialect_.details.lines.empty()) return;
    // A blank line before it is enough, even after an unclosed fence, which cmark takes for one block to the
    // end. If it comes right after a line of the TL;DR, cmark must decide.
    std::optional<std::vector<size_t>> html_blocks;
    const auto opens = [&](uint32_t i) -> bool {
      if (!line(i).starts_with("<details")) return false;
      if (starts_piece(i)) return true;
      if (!html_blocks) html_blocks = find_html_blocks();
      return std::binary_search(html_blocks->begin(), html_blocks->end(), offsets_[i]);
    };
    for (details_ = body_; details_ < end_ && !opens(details_);) ++details_;
    if (details_ == end_) return;
    while (details_end_ > details_ && trim(line(details_end_ - 1)) != "</details>") --details_end_;
    if (--details_end_ > details_) return;
    details_end_ = end_;
    report(DiagnosticCode::kUnclosedDetails, details_, "<details> is not closed: the file may be cut here");
  }

  bool is_structure(std::string_view trimmed) const { return matches_any(dialect_.structure, trimmed); }

  static bool matches_any(const std::vector<LinePattern>& patterns, std::string_view trimmed) {
    LineMatch ignored;
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const LinePattern& pattern) { return pattern.match(trimmed, ignored); });
  }

  void read_zone(const Zone& zone, uint32_t begin, uint32_t end, int line_ends_at_end) {
    std::vector<bool> found(zone.lines.size(), false);
    size_t next = 0;
    for (uint32_t i = begin; i < end; ++i) {
      const bool nothing_due = zone.in_order && next == zone.lines.size() && dialect_.groups.empty();
      if (nothing_due && is_open_ && !open_is_unnamed_) break;
      const std::string_view trimmed = trim(line(i));
      if (trimmed.empty() || (trimmed.starts_with("<summary>") && !is_open_)) continue;
      const bool is_piece = starts_piece(i);
      if (is_piece || !zone.after_blank_line) {
        const size_t rule = find_rule(zone, found, next, i, is_piece);
        if (rule != kNoLine) {
          found[rule] = true;
          next = rule + 1;
          continue;
        }
        if (matches_any(dialect_.groups, trimmed)) {
          close(offsets_[i], dialect_.line_ends.behind_text);
          continue;
        }
      }
      read_unnamed(i, is_piece);
    }
    close(offsets_[end], line_ends_at_end);
  }

  // The pattern that line i matches, after taking what it holds; kNoLine if there is none.
  size_t find_rule(const Zone& zone, const std::vector<bool>& found, size_t next, uint32_t i, bool is_piece) {
    const std::string_view full_line = line(i);
    const std::string_view trimmed_end = full_line.substr(0, full_line.find_last_not_of(" \t\r\n") + 1);
    for (size_t rule = zone.in_order ? next : 0; rule < zone.lines.size(); ++rule) {
      const LinePattern& pattern = zone.lines[rule];
      if (found[rule] || (pattern.matches_anything() && !is_piece)) continue;
      LineMatch match;
      if (!pattern.match(pattern.opens_text() ? full_line : trimmed_end, match)) continue;
      close(offsets_[i], dialect_.line_ends.behind_text);
      if (!pattern.opens_text()) {
        apply_captures(match, paper_, arena_);
        return rule;
      }
      const Captured& text = *(match.end() - 1);
      if (text.name->kind == CaptureKind::kText) {
        open(text.name->field, text.value);
      } else {
        open_extra(text.name->name, text.value);
      }
      return rule;
    }
    return kNoLine;
  }

  // Text that no line of the zone names: it continues the open text or becomes an extra field.
  void read_unnamed(uint32_t i, bool is_piece) {
    if (is_open_ && (!open_is_unnamed_ || !is_piece)) return;
    const auto labelled = parse_label(from_line(i));
    if (is_open_ && !labelled && open_is_unnamed_) return;
    close(offsets_[i], dialect_.line_ends.behind_text);
    if (is_tail_) report(DiagnosticCode::kUnexpectedText, i, "text after </details>, kept with the paper");
    open_extra(labelled ? labelled->label : std::string_view("text"),
               labelled ? labelled->text : from_line(i));
    open_is_unnamed_ = true;
  }

  // The open text runs from open_begin_ to the end that close() gets.
  void open(TextField field, std::string_view text) {
    open_field_ = field;
    open_name_ = kTextFieldNames[static_cast<size_t>(field)];
    open_is_unnamed_ = false;
    open_begin_ = static_cast<size_t>(text.data() - text_.data());
    is_open_ = true;
  }
  void open_extra(std::string_view name, std::string_view text) {
    open_field_.reset();
    open_name_ = name;
    open_is_unnamed_ = false;
    open_begin_ = static_cast<size_t>(text.data() - text_.data());
    is_open_ = true;
  }
  void close(size_t end, int line_ends) {
    if (!is_open_) return;
    is_open_ = false;
    const std::string_view value = text_.substr(open_begin_, std::max(end, open_begin_) - open_begin_);
    // A second text of the same field must not replace the first.
    if (!open_field_ || paper_.text(*open_field_)) {
      // An unknown label with nothing after it is text itself.
      if (!trim(value).empty()) {
        paper_.extra.push_back({open_name_, trim(value)});
      } else if (open_is_unnamed_) {
        paper_.extra.push_back({"text", open_name_});
      }
    } else if (line_ends == kAllLineEnds) {
      paper_.text(*open_field_) = trim(value);
    } else {
      paper_.text(*open_field_) = drop_line_ends(value, line_ends);
    }
  }

  const std::string_view text_;
  const size_t begin_;
  const Dialect& dialect_;
  LineCounter& lines_;
  Paper& paper_;
  TextArena& arena_;
  DiagnosticList& diagnostics_;
  const std::vector<uint32_t> offsets_;
  uint32_t body_ = 1;         // the first line after the heading
  uint32_t details_ = 0;      // the line of <details>; end_ if there is none
  uint32_t details_end_ = 0;  // the line of the last </details>, or end_
  uint32_t end_ = 0;          // after the last line that is neither blank nor structure

  bool is_tail_ = false;
  bool is_open_ = false;
  std::optional<TextField> open_field_;  // absent: an extra field is open
  std::string_view open_name_;
  bool open_is_unnamed_ = false;  // no line of the dialect names it
  size_t open_begin_ = 0;
};

}  // namespace

void read_paper_body(const PaperRange& range, const Dialect& dialect, LineCounter& lines, Paper& paper,
                     TextArena& arena, DiagnosticList& diagnostics) {
  BodyReader(range, dialect, lines, paper, arena, diagnostics).read();
}

}  // namespace broadsheet
