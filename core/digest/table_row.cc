#include "core/digest/table_row.h"

#include <algorithm>

#include "core/digest/entry.h"
#include "core/digest/marked_line.h"
#include "core/digest/text_slices.h"

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
         std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool holds_links_only(std::string_view cell) {
  const std::vector<Span> spans = spans_of(cell);
  return !spans.empty() && std::all_of(spans.begin(), spans.end(), [](const Span& span) {
    return span.is_link || trim_signs(span.text).empty();
  });
}

}  // namespace

TableColumns::TableColumns(std::string_view header) {
  bool has_abstract = false;
  for (const std::string_view cell : split_cells(header)) {
    Column column;
    column.name = trim_signs(without_marks(cell));
    if (const FieldName* field = field_named(column.name)) column.field = *field;
    has_abstract = has_abstract ||
                   (column.field.kind == CaptureKind::kText && column.field.field == TextField::kAbstract &&
                    column.field.strength == NameStrength::kPlain);
    columns_.push_back(column);
  }
  for (Column& column : columns_) {
    if (!has_abstract || column.field.kind != CaptureKind::kText) continue;
    if (column.field.strength == NameStrength::kSummary)
      column.field = {CaptureKind::kText, TextField::kTldr};
    if (column.field.strength == NameStrength::kTranslated) column.field = {CaptureKind::kExtra};
  }
}

void TableColumns::apply(std::string_view row, Paper& paper, TextArena& arena) const {
  const std::vector<std::string_view> cells = split_cells(row);
  const auto column_of = [&](size_t i) { return i < columns_.size() ? columns_[i] : Column{}; };
  size_t title = cells.size();
  TitleEvidence best = TitleEvidence::kNone;
  for (size_t i = 0; i < cells.size(); ++i) {
    const CaptureKind kind = column_of(i).field.kind;
    const EntryTitle found = title_of_entry(cells[i], EntryForm::kCell);
    if (kind == CaptureKind::kTitleText && !says_nothing(cells[i])) {
      title = i;
      break;
    }
    const bool may_hold =
        kind == CaptureKind::kExtra || kind == CaptureKind::kPaper || kind == CaptureKind::kMarks;
    // Under Paper, plain words are a title too; a cell of its own name may only link.
    const bool is_better =
        found.evidence > best ||
        (kind == CaptureKind::kPaper && found.evidence != TitleEvidence::kNone && found.evidence >= best);
    if (may_hold && is_better && (kind == CaptureKind::kPaper || found.evidence >= TitleEvidence::kPlain))
      best = found.evidence, title = i;
  }
  if (title < cells.size()) {
    if (column_of(title).field.kind == CaptureKind::kTitleText) {
      const EntryTitle found = title_of_entry(cells[title], EntryForm::kCell);
      if (found.evidence >= TitleEvidence::kBold) {
        apply_entry(cells[title], EntryForm::kCell, paper, arena);
      } else {
        apply_title(cells[title], paper, arena);
      }
    } else {
      apply_entry(cells[title], EntryForm::kCell, paper, arena);
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
