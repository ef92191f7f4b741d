#include "core/digest/paper_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/digest/markdown_blocks.h"
#include "core/digest/markdown_lines.h"
#include "core/digest/missing_fields.h"

namespace broadsheet {
namespace {

constexpr std::string_view kTldrLabel = "TL;DR:";
constexpr std::string_view kCategoryLabel = "Main category:";
constexpr std::array<std::string_view, kTextFieldCount> kLabels = {
    "TL;DR:", "Motivation:", "Method:", "Result:", "Conclusion:", "Abstract:"};

// How many line ends the template puts behind a field: one blank line, two before `<details>`.
constexpr int kLineEndsBehindField = 2;
constexpr int kLineEndsBehindTldr = 3;

class PaperReader {
 public:
  PaperReader(std::string_view source, size_t begin, size_t end, LineCounter& lines,
              std::vector<Diagnostic>& diagnostics)
      : text_(source.substr(begin, end - begin)),
        begin_(begin),
        lines_(lines),
        diagnostics_(diagnostics),
        offsets_(line_offsets(text_)) {
    // A lone CR in a title (what is left of `\rho`) ends a line for CommonMark, not the heading.
    heading_size_ = std::min(text_.find('\n'), text_.size());
    while (body_ < line_count() && offsets_[body_] <= heading_size_) ++body_;
    find_details();
  }

  Paper read() {
    read_heading();
    read_header();
    read_details();
    read_tail();
    report_missing_fields(paper_, diagnostics_);
    return std::move(paper_);
  }

 private:
  uint32_t line_count() const { return static_cast<uint32_t>(offsets_.size() - 1); }
  std::string_view line(uint32_t i) const { return text_.substr(offsets_[i], offsets_[i + 1] - offsets_[i]); }
  bool is_blank(uint32_t i) const { return trim(line(i)).empty(); }
  std::string_view from_line(uint32_t i) const { return text_.substr(offsets_[i]); }

  void report(DiagnosticCode code, uint32_t line_index, std::string message) {
    diagnostics_.push_back({code, lines_.line_of(begin_ + offsets_[line_index]), std::move(message)});
  }

  // A piece of text begins behind a blank line or the summary. Not every block of cmark's is a piece: a line
  // right under a heading or a rule is still the field's own text.
  bool starts_piece(uint32_t i) const { return is_blank(i - 1) || trim(line(i - 1)).ends_with("</summary>"); }

  // Where cmark sees an HTML block begin. `<details>` may do so right under a line of the TL;DR; behind an
  // unclosed fence, which is all one block to cmark, the blank line tells.
  std::vector<bool> find_html_starts() const {
    std::vector<bool> starts(line_count() + 1, false);
    for (const Block& block : top_level_blocks(text_)) {
      if (block.kind == BlockKind::kHtml && block.first_line < line_count()) starts[block.first_line] = true;
    }
    return starts;
  }

  void find_details() {
    const std::vector<bool> html_starts = find_html_starts();
    for (uint32_t i = body_; i < line_count() && details_ == 0; ++i) {
      if (line(i).starts_with("<details") && (html_starts[i] || starts_piece(i))) details_ = i;
    }
    if (details_ == 0) {
      details_ = details_end_ = line_count();
      return;
    }
    for (uint32_t i = line_count() - 1; i > details_; --i) {
      if (trim(line(i)) == "</details>") {
        details_end_ = i;
        return;
      }
    }
    details_end_ = first_trailing_line();
    report(DiagnosticCode::kUnclosedDetails, details_, "<details> is not closed: the file may be cut here");
  }

  // Behind a paper that is not closed stand, at most, blank lines and the next category's anchor.
  uint32_t first_trailing_line() const {
    uint32_t end = line_count();
    while (end > body_ && (is_blank(end - 1) || is_anchor_line(line(end - 1)))) --end;
    return end;
  }

  void read_heading() {
    const PaperHeading heading = *parse_paper_heading(text_.substr(0, heading_size_));
    paper_.number = heading.number;
    paper_.title = heading.title;
    paper_.url = heading.url;
    paper_.arxiv_id = arxiv_id_of_url(heading.url);
    paper_.line = lines_.line_of(begin_);
    if (heading.url.empty()) {
      report(DiagnosticCode::kHeadingWithoutLink, 0, "expected ### [number] [title](link)");
    } else if (!is_web_url(heading.url)) {
      report(DiagnosticCode::kUnsafeLink, 0, "the link is neither http nor https, it is shown as text only");
    }
  }

  // What is open runs from open_begin_ until close() says where it ends.
  void open(TextField field, std::string_view text) {
    open_field_ = field;
    open_begin_ = static_cast<size_t>(text.data() - text_.data());
    is_open_ = true;
  }
  void open_extra(std::string_view piece) {
    const auto labelled = parse_unknown_label(piece);
    const std::string_view text = labelled ? labelled->text : piece;
    paper_.extra.push_back({labelled ? labelled->label : std::string_view("text"), {}});
    open_field_.reset();
    open_begin_ = static_cast<size_t>(text.data() - text_.data());
    is_open_ = true;
  }
  void close(size_t end, int line_ends) {
    if (!is_open_) return;
    const std::string_view value =
        drop_line_ends(text_.substr(open_begin_, std::max(end, open_begin_) - open_begin_), line_ends);
    if (open_field_) {
      paper_.text(*open_field_) = value;
    } else {
      paper_.extra.back().text = trim(value);
    }
    is_open_ = false;
  }

  void read_header() {
    const uint32_t end = details_ == line_count() ? first_trailing_line() : details_;
    bool has_authors = false;
    bool has_category = false;
    for (uint32_t i = body_; i < end; ++i) {
      if (is_open_ && open_field_ == TextField::kTldr) break;  // runs up to <details>
      if (is_blank(i)) continue;
      if (const auto authors = parse_authors_line(line(i));
          authors && !has_authors && !has_category && !is_open_) {
        paper_.authors = split_authors(*authors);
        has_authors = true;
      } else if (const auto category = text_after_label(line(i), kCategoryLabel); category && !has_category) {
        close(offsets_[i], kLineEndsBehindField);
        if (const auto name = trim(*category); !name.empty()) paper_.categories.push_back(name);
        has_category = true;
      } else if (const auto tldr = text_after_label(from_line(i), kTldrLabel)) {
        close(offsets_[i], kLineEndsBehindField);
        open(TextField::kTldr, *tldr);
      } else if (starts_piece(i) || !is_open_) {
        close(offsets_[i], kLineEndsBehindField);
        open_extra(from_line(i));
      }
    }
    close(offsets_[end], kLineEndsBehindTldr);
  }

  void read_details() {
    auto next = static_cast<size_t>(TextField::kMotivation);
    for (uint32_t i = details_; i < details_end_; ++i) {
      if (i == details_ || is_blank(i) || trim(line(i)).starts_with("<summary>")) continue;
      if (!starts_piece(i)) continue;
      bool is_label = false;
      for (size_t field = next; field < kTextFieldCount && !is_label; ++field) {
        const auto text = text_after_label(from_line(i), kLabels[field]);
        if (!text) continue;
        close(offsets_[i], kLineEndsBehindField);
        open(static_cast<TextField>(field), *text);
        next = field + 1;
        is_label = true;
      }
      if (!is_label && !is_open_) open_extra(from_line(i));
    }
    close(offsets_[details_end_], kLineEndsBehindField);
  }

  void read_tail() {
    for (uint32_t i = details_end_ + 1; i < line_count(); ++i) {
      if (is_blank(i)) continue;
      if (is_anchor_line(line(i))) {
        close(offsets_[i], kLineEndsBehindField);
      } else if (!is_open_ || (starts_piece(i) && parse_unknown_label(from_line(i)))) {
        close(offsets_[i], kLineEndsBehindField);
        report(DiagnosticCode::kUnexpectedText, i, "text behind </details>, kept with the paper");
        open_extra(from_line(i));
      }
    }
    close(text_.size(), kLineEndsBehindField);
  }

  const std::string_view text_;
  const size_t begin_;
  LineCounter& lines_;
  std::vector<Diagnostic>& diagnostics_;
  const std::vector<uint32_t> offsets_;
  size_t heading_size_ = 0;
  uint32_t body_ = 1;         // the first line behind the heading
  uint32_t details_ = 0;      // the line of <details>; line_count() if there is none
  uint32_t details_end_ = 0;  // the line of the last </details>, or where the paper ends without one

  Paper paper_;
  bool is_open_ = false;
  std::optional<TextField> open_field_;  // absent: an extra field is open
  size_t open_begin_ = 0;
};

}  // namespace

Paper read_paper(std::string_view source, size_t begin, size_t end, LineCounter& lines,
                 std::vector<Diagnostic>& diagnostics) {
  return PaperReader(source, begin, end, lines, diagnostics).read();
}

}  // namespace broadsheet
