#include "core/digest/paper_reader.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/digest/captures.h"
#include "core/digest/entry.h"
#include "core/digest/markdown_blocks.h"
#include "core/digest/marked_line.h"
#include "core/digest/name_lists.h"
#include "core/digest/table_row.h"
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
        is_loose_(range.is_loose),
        offsets_(line_offsets(text_)) {
    // A lone CR in a title (left from `\rho`) ends a line for CommonMark, but not the heading.
    while (body_ < line_count() && offsets_[body_] < range.body - range.begin) ++body_;
    find_details();
  }

  void read() {
    const bool has_details = details_ < end_;
    read_zone(dialect_.header, body_, details_,
              has_details ? dialect_.line_ends.before_details : dialect_.line_ends.behind_text);
    if (dialect_.longest_text_is_abstract) promote_longest_text();
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
      if (trimmed.empty()) continue;
      const bool is_piece = starts_piece(i);
      if (dialect_.is_inferred && read_inferred(zone, found, i, is_piece)) continue;
      if (trimmed.starts_with("<summary>") && !is_open_) {
        const size_t rule = find_rule(zone, found, next, i, is_piece, true);
        if (rule != kNoLine) found[rule] = true, next = rule + 1;
        continue;
      }
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
  size_t find_rule(const Zone& zone, const std::vector<bool>& found, size_t next, uint32_t i, bool is_piece,
                   bool may_be_indented = false) {
    std::string_view full_line = line(i);
    if (may_be_indented)
      full_line.remove_prefix(std::min(full_line.find_first_not_of(" \t"), full_line.size()));
    const std::string_view trimmed_end = full_line.substr(0, full_line.find_last_not_of(" \t\r\n") + 1);
    for (size_t rule = zone.in_order ? next : 0; rule < zone.lines.size(); ++rule) {
      const LinePattern& pattern = zone.lines[rule];
      if (found[rule] || (pattern.matches_anything() && !is_piece)) continue;
      LineMatch match;
      if (!pattern.match(pattern.opens_text() ? full_line : trimmed_end, match)) continue;
      close(offsets_[i], dialect_.line_ends.behind_text);
      if (!pattern.opens_text()) {
        if (match.begin() == match.end()) return rule;
        const Captured& last = *(match.end() - 1);
        if (dialect_.is_inferred) {
          take_or_await({last.name->kind, last.name->field, label_of(full_line, last.name->name)},
                        last.value);
        } else {
          apply_captures(match, paper_, arena_);
        }
        return rule;
      }
      awaited_.reset();
      const Captured& text = *(match.end() - 1);
      if (text.name->kind == CaptureKind::kText) {
        open(text.name->field, text.value);
        if (dialect_.is_inferred) open_name_ = label_of(full_line, open_name_);
      } else {
        open_extra(text.name->name, text.value);
      }
      return rule;
    }
    return kNoLine;
  }

  static std::string_view label_of(std::string_view text, std::string_view otherwise) {
    const auto label = label_of_line(trim(text));
    return label ? label->label : otherwise;
  }

  // The value of a label, which may be below it.
  void take_or_await(const CaptureName& name, std::string_view value) {
    awaited_.reset();
    awaited_is_met_ = false;
    if (trim(value).empty()) {
      awaited_ = name;
    } else {
      apply_captures(LineMatch(name, value), paper_, arena_);
    }
  }

  // A line of a paper whose dialect was inferred; whether it is more than text.
  bool read_inferred(const Zone& zone, std::vector<bool>& found, uint32_t i, bool is_piece) {
    const std::string_view trimmed = trim(line(i));
    if (is_structure(trimmed)) {
      close(offsets_[i], kAllLineEnds);
      awaited_.reset();
      return true;
    }
    if (const size_t rule = find_rule(zone, found, 0, i, is_piece, true); rule != kNoLine) {
      found[rule] = true;
      return true;
    }
    // A table below a text may be the page's own: results, a time table.
    if (is_loose_ && is_piece && is_open_ && !open_is_unnamed_ && begins_table(from_line(i)) &&
        !trim(text_.substr(open_begin_, offsets_[i] - open_begin_)).empty()) {
      close(offsets_[i], kAllLineEnds);
      open_extra("text", from_line(i));
      open_is_unnamed_ = true;
      return true;
    }
    if (without_tags(trimmed).empty()) {
      if (trimmed.find("</details>") != std::string_view::npos) close(offsets_[i], kAllLineEnds);
      return true;
    }
    LineMatch match;
    for (const LinePattern& group : dialect_.groups) {
      if (!group.match(trimmed, match)) continue;
      close(offsets_[i], kAllLineEnds);
      awaited_.reset();
      open_extra(without_marks(without_pictures(match.value_of(CaptureKind::kLabel))), from_line(i + 1));
      return true;
    }
    const std::string_view content = without_item_marker(trimmed);
    if (awaited_) {
      const bool is_item = content.data() != trimmed.data();
      // Under a label without a value: its lines, up to a blank one.
      if (!is_piece || is_item || !awaited_is_met_) {
        awaited_is_met_ = true;
        apply_awaited(content);
        return true;
      }
      awaited_.reset();
    }
    const bool may_name_authors = dialect_.names_follow_title && paper_.authors.empty() && !is_open_;
    if (may_name_authors && is_list_of_people(without_marks(content))) {
      apply_people("text", content, paper_);
      return true;
    }
    const bool ends_text = !is_open_ || open_is_unnamed_ || (is_piece && open_field_);
    if (ends_text && is_line_of_marks(content, false)) {
      close(offsets_[i], kAllLineEnds);
      apply_marks("text", content, paper_, arena_);
      return true;
    }
    return false;
  }

  void apply_awaited(std::string_view content) {
    const bool names_nobody = awaited_->kind == CaptureKind::kPeople && split_people(content).empty();
    const bool names_nothing = awaited_->kind == CaptureKind::kSubjects && split_subjects(content).empty();
    if (names_nobody || names_nothing) return paper_.extra.push_back({"text", content});
    if (awaited_->kind == CaptureKind::kPeople && !paper_.authors.empty()) {
      for (const std::string_view name : split_people(content)) paper_.authors.push_back(name);
      return;
    }
    const size_t before = facts_of(paper_);
    apply_captures(LineMatch(*awaited_, content), paper_, arena_);
    const bool says_nothing_new = facts_of(paper_) == before;
    if (says_nothing_new && !is_line_of_marks(content, true)) paper_.extra.push_back({"text", content});
  }

  // How much a paper says of itself.
  static size_t facts_of(const Paper& paper) {
    const auto texts = std::count_if(paper.texts.begin(), paper.texts.end(),
                                     [](const auto& text) { return text.has_value(); });
    return paper.authors.size() + paper.categories.size() + paper.extra.size() + static_cast<size_t>(texts) +
           (paper.title.empty() ? 0 : 1) + (paper.url.empty() ? 0 : 1) + (paper.date.empty() ? 0 : 1) +
           (paper.arxiv_id.empty() ? 0 : 1);
  }

  static std::string_view without_item_marker(std::string_view text) {
    for (const std::string_view marker : {"- ", "* ", "+ ", "• "}) {
      if (text.starts_with(marker)) text.remove_prefix(marker.size());
    }
    return without_pictures(text);
  }

  // The longest paragraph of the unlabelled texts is the abstract; a short one is a remark.
  void promote_longest_text() {
    constexpr size_t kShortestAbstract = 20;
    if (paper_.text(TextField::kAbstract)) return;
    std::string_view best;
    size_t best_extra = 0;
    for (size_t extra = 0; extra < paper_.extra.size(); ++extra) {
      if (paper_.extra[extra].name != "text") continue;
      const std::string_view text = paper_.extra[extra].text;
      for (size_t begin = 0; begin < text.size();) {
        size_t end = begin;
        while (end < text.size()) {
          const size_t line_feed = std::min(text.find('\n', end), text.size());
          if (end > begin && trim(text.substr(end, line_feed - end)).empty()) break;
          end = std::min(line_feed + 1, text.size());
        }
        const std::string_view paragraph = trim(text.substr(begin, end - begin));
        begin = std::max(end, begin + 1);
        const bool is_prose = !paragraph.empty() && !begins_table(paragraph) &&
                              std::string_view("-*+|#`!").find(paragraph.front()) == std::string_view::npos;
        if (is_prose && paragraph.size() > best.size()) best = paragraph, best_extra = extra;
      }
    }
    if (best.size() < kShortestAbstract) return;
    const std::string_view text = paper_.extra[best_extra].text;
    const auto begin = static_cast<size_t>(best.data() - text.data());
    const std::string_view before = clean(text.substr(0, begin));
    const std::string_view after = clean(text.substr(begin + best.size()));
    paper_.text(TextField::kAbstract) = clean(best);
    const auto place = paper_.extra.begin() + static_cast<std::ptrdiff_t>(best_extra);
    if (!after.empty()) {
      place->text = after;
      if (!before.empty()) paper_.extra.insert(place, {"text", before});
    } else if (!before.empty()) {
      place->text = before;
    } else {
      paper_.extra.erase(place);
    }
  }

  // A text without the tags and quotation signs around it; a quoted line without words stays.
  static std::string_view clean(std::string_view text) {
    text = without_tags(text);
    for (size_t line_end = std::min(text.find('\n'), text.size()); text.starts_with("> ");) {
      if (without_tags(text.substr(2, line_end - 2)).empty()) break;
      const std::string_view inside = trim(text.substr(2));
      line_end -= static_cast<size_t>(inside.data() - text.data());
      text = inside;
    }
    return text;
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
    std::string_view value = text_.substr(open_begin_, std::max(end, open_begin_) - open_begin_);
    if (dialect_.is_inferred) value = clean(value);
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
  const bool is_loose_;
  const std::vector<uint32_t> offsets_;
  uint32_t body_ = 1;         // the first line after the heading
  uint32_t details_ = 0;      // the line of <details>; end_ if there is none
  uint32_t details_end_ = 0;  // the line of the last </details>, or end_
  uint32_t end_ = 0;          // after the last line that is neither blank nor structure

  std::optional<CaptureName> awaited_;  // a label without a value was read: the value is below it
  bool awaited_is_met_ = false;
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
