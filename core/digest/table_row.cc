#include "core/digest/table_row.h"

#include <algorithm>

#include "core/digest/entry.h"
#include "core/digest/marked_line.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

// A cell that only fills its place.
bool says_nothing(std::string_view cell) {
  constexpr std::string_view kFillers[] = {"-",    "--",  "—",   "–",  "/", "null", "None",
                                           "none", "N/A", "n/a", "NA", "x", "✗",    "❌"};
  cell = without_marks(cell);
  return cell.empty() || std::find(std::begin(kFillers), std::end(kFillers), cell) != std::end(kFillers);
}

bool is_number(std::string_view cell) {
  return cell.size() <= 6 &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return is_ascii_digit(c) || c == '.'; });
}

bool ends_with_year(std::string_view text) {
  return text.size() >= 4 && text.find_last_not_of("0123456789") < text.size() - 4;
}

bool holds_links_only(std::string_view cell) {
  const std::vector<Span> spans = spans_of(cell);
  return !spans.empty() && std::all_of(spans.begin(), spans.end(), [](const Span& span) {
    return span.is_link || trim_signs(span.text).empty();
  });
}

}  // namespace

bool begins_table(std::string_view text) {
  const size_t row = text.find('\n');
  if (row == std::string_view::npos || text.substr(0, row).find('|') == std::string_view::npos) return false;
  text.remove_prefix(row + 1);
  const std::string_view below = text.substr(0, text.find('\n'));
  return below.find("--") != std::string_view::npos && below.find('|') != std::string_view::npos &&
         below.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

TableColumns::TableColumns(std::string_view text, size_t header) {
  const size_t end = std::min(text.find('\n', header), text.size());
  bool has_abstract = false;
  bool has_titles = false;
  for (const std::string_view cell : split_cells(text.substr(header, end - header))) {
    Column column;
    column.name = trim_signs(without_marks(cell));
    if (const FieldName* field = field_named(column.name)) column.field = *field;
    has_abstract = has_abstract ||
                   (column.field.kind == CaptureKind::kText && column.field.field == TextField::kAbstract &&
                    column.field.strength == NameStrength::kPlain);
    has_titles = has_titles || column.field.kind == CaptureKind::kTitleText;
    columns_.push_back(column);
  }
  for (Column& column : columns_) {
    if (!has_abstract || column.field.kind != CaptureKind::kText) continue;
    if (column.field.strength == NameStrength::kSummary)
      column.field = {CaptureKind::kText, TextField::kTldr};
    if (column.field.strength == NameStrength::kTranslated) column.field = {CaptureKind::kExtra};
  }
  if (has_titles) return;
  const std::string_view rows = text.substr(std::min(end + 1, text.size()));
  find_titles(rows, Among::kUnnamed);
  if (titles_ == kNoColumn) find_titles(rows, Among::kTexts);
}

EntryForm TableColumns::form_of(size_t cell) const {
  return cell == titles_ || column_of(cell).field.kind == CaptureKind::kPaper ? EntryForm::kTitleCell
                                                                              : EntryForm::kCell;
}

// A link to the paper says most; then the words under Paper, if they are no venue; then marks.
int TableColumns::strength_of_title(std::string_view cell, size_t column) const {
  const bool is_paper = column_of(column).field.kind == CaptureKind::kPaper;
  const EntryTitle found = title_of_entry(cell, form_of(column));
  if (found.evidence == TitleEvidence::kNone) return 0;
  if (found.links_to_paper) return is_paper ? 6 : 5;
  if (is_paper && !ends_with_year(found.title)) return 4;
  return static_cast<int>(found.evidence);
}

size_t TableColumns::likeliest_title(const Cells& cells, Among among) const {
  size_t likeliest = cells.size();
  int best = among == Among::kTexts ? static_cast<int>(TitleEvidence::kPlain) : 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    const CaptureKind kind = column_of(i).field.kind;
    const bool is_unnamed =
        kind == CaptureKind::kExtra || kind == CaptureKind::kPaper || kind == CaptureKind::kMarks;
    if (among == Among::kTexts ? kind != CaptureKind::kText : !is_unnamed) continue;
    const int strength = strength_of_title(cells[i], i);
    if (strength > best || (kind == CaptureKind::kPaper && strength == best && best > 0))
      best = strength, likeliest = i;
  }
  return likeliest;
}

void TableColumns::find_titles(std::string_view rows, Among among) {
  std::vector<size_t> votes(columns_.size());
  for (size_t row = 0; row <= kSampledRows; ++row) {  // the first is the delimiter
    const size_t end = std::min(rows.find('\n'), rows.size());
    const std::string_view line = rows.substr(0, end);
    if (line.find('|') == std::string_view::npos || trim(line).starts_with("# ")) break;
    const Cells cells = split_cells(line);
    const size_t title = likeliest_title(cells, among);
    if (title < std::min(cells.size(), votes.size())) ++votes[title];
    rows.remove_prefix(std::min(end + 1, rows.size()));
  }
  const auto most = std::max_element(votes.begin(), votes.end());
  if (most != votes.end() && *most > 0) titles_ = static_cast<size_t>(most - votes.begin());
}

size_t TableColumns::title_cell(const Cells& cells) const {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (column_of(i).field.kind == CaptureKind::kTitleText && !says_nothing(cells[i])) return i;
  }
  if (titles_ < cells.size() && !says_nothing(cells[titles_]) &&
      title_of_entry(cells[titles_], EntryForm::kTitleCell).evidence != TitleEvidence::kNone)
    return titles_;
  return likeliest_title(cells, Among::kUnnamed);
}

EntryTitle TableColumns::title_of(std::string_view row) const {
  const Cells cells = split_cells(row);
  const size_t cell = title_cell(cells);
  if (cell == cells.size()) return {};
  EntryTitle title = title_of_entry(cells[cell], form_of(cell));
  if (title.evidence == TitleEvidence::kNone)
    title = {trim_signs(without_marks(cells[cell])), TitleEvidence::kPlain};
  return title;
}

void TableColumns::apply(std::string_view row, Paper& paper, TextArena& arena) const {
  const Cells cells = split_cells(row);
  const size_t title = title_cell(cells);
  if (title < cells.size()) {
    const EntryForm form = form_of(title);
    const bool is_named = column_of(title).field.kind == CaptureKind::kTitleText;
    if (is_named && title_of_entry(cells[title], form).evidence < TitleEvidence::kBold) {
      apply_title(cells[title], paper, arena);
    } else {
      apply_entry(cells[title], form, paper, arena);
    }
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i == title || says_nothing(cells[i])) continue;
    const Column column = column_of(i);
    const std::string_view name = column.name.empty() ? std::string_view("text") : column.name;
    const std::string_view text = without_tags(cells[i]);
    switch (column.field.kind) {
      case CaptureKind::kTitleText:
        apply_title(text, paper, arena);
        break;
      case CaptureKind::kPaper:
        apply_paper(text, paper, arena);
        break;
      case CaptureKind::kPeople:
        apply_people(name, text, paper);
        break;
      case CaptureKind::kDay:
        apply_day(name, text, paper, arena);
        break;
      case CaptureKind::kSubjects:
        apply_subjects(text, paper);
        break;
      case CaptureKind::kMarks:
        apply_marks(name, cells[i], paper, arena);
        break;
      case CaptureKind::kText:
        if (!paper.text(column.field.field)) {
          paper.text(column.field.field) = text;
        } else {
          paper.extra.push_back({name, text});
        }
        break;
      default:
        if (is_number(text) &&
            (column.name.empty() || column.name == "#" || field_named(column.name) != nullptr) && i == 0)
          break;
        if (holds_links_only(cells[i])) {
          for (const Span& span : spans_of(cells[i])) {
            if (span.is_link) add_paper_link(column.name.empty() ? span.text : name, span.url, paper);
          }
        } else {
          paper.extra.push_back({name, without_marks(text)});
        }
    }
  }
}

}  // namespace broadsheet
