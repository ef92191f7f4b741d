#include "core/digest/captures.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "core/digest/digest_name.h"
#include "core/digest/distinct_names.h"
#include "core/digest/entry.h"
#include "core/digest/field_names.h"
#include "core/digest/name_lists.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

void add_categories(std::span<const std::string_view> names, Paper& paper) {
  DistinctNames categories(paper.categories);
  for (const std::string_view name : names) {
    if (!name.empty() && !categories.has(name)) categories.add(name);
  }
}

void add_authors(std::vector<std::string_view> authors, Paper& paper) {
  if (paper.authors.empty()) {
    paper.authors = std::move(authors);
  } else {
    paper.authors.insert(paper.authors.end(), authors.begin(), authors.end());
  }
}

void add_extra(std::string_view name, std::string_view text, Paper& paper) {
  if (!text.empty()) paper.extra.push_back({name, text});
}

void add_link(std::string_view name, std::string_view url, Paper& paper) {
  if (paper.url.empty()) {
    paper.url = url;
    return;
  }
  const ArxivId known = arxiv_id_of_url(paper.url);
  const bool says_nothing_new = url == paper.url || (!known.empty() && arxiv_id_of_url(url).id == known.id);
  if (!says_nothing_new) add_extra(name, url, paper);
}

// Calls visit for each item of a YAML list over lines, or for the value as it is.
template <typename Visit>
void for_each_item(std::string_view value, Visit&& visit) {
  while (!value.empty()) {
    const size_t line_feed = std::min(value.find('\n'), value.size());
    std::string_view item = trim(value.substr(0, line_feed));
    value.remove_prefix(std::min(line_feed + 1, value.size()));
    if (item.starts_with("- ")) item = trim(item.substr(2));
    if (!item.empty()) visit(item);
  }
}

}  // namespace

void apply_key(std::string_view key, std::string_view value, Paper& paper, TextArena& arena) {
  value = trim(value);
  if (value.empty()) return;
  const FieldName* field = field_named(key);
  switch (field == nullptr ? CaptureKind::kExtra : field->kind) {
    case CaptureKind::kTitleText:
      apply_title(value, paper, arena);
      break;
    case CaptureKind::kPeople:
      for_each_item(value, [&](std::string_view item) { add_authors(split_people(item), paper); });
      break;
    case CaptureKind::kSubjects:
      for_each_item(value, [&](std::string_view item) { apply_subjects(item, paper); });
      break;
    case CaptureKind::kDay:
      apply_day(key, value, paper, arena);
      break;
    case CaptureKind::kMarks:
    case CaptureKind::kPaper:
      apply_marks(key, value, paper, arena);
      break;
    case CaptureKind::kText:
      if (!paper.text(field->field)) {
        paper.text(field->field) = value;
      } else {
        add_extra(key, value, paper);
      }
      break;
    default:
      add_extra(key, value, paper);
  }
}

void apply_captures(const LineMatch& match, Paper& paper, TextArena& arena) {
  for (const Captured& captured : match) {
    const std::string_view value = trim(captured.value);
    const std::string_view name = captured.name->name;
    switch (captured.name->kind) {
      case CaptureKind::kNumber:
        paper.number = parse_number(value).value_or(0);
        break;
      case CaptureKind::kTitle:
        paper.title = captured.value;
        break;
      case CaptureKind::kUrl:
      case CaptureKind::kPdf:
        add_link(name, value, paper);
        break;
      case CaptureKind::kId:
        paper.arxiv_id = parse_arxiv_id(value);
        if (paper.arxiv_id.empty()) add_extra(name, value, paper);
        break;
      case CaptureKind::kAuthors:
        add_authors(split_authors(value), paper);
        break;
      case CaptureKind::kCategory:
        add_categories({&value, 1}, paper);
        break;
      case CaptureKind::kCategories:
        add_categories(split_authors(value), paper);
        break;
      case CaptureKind::kDate:
        paper.date = arena.add(date_of(value));
        break;
      case CaptureKind::kExtra:
        add_extra(name, value, paper);
        break;
      case CaptureKind::kEntry:
        apply_entry(value, EntryForm::kLine, paper, arena);
        break;
      case CaptureKind::kHeading:
        apply_entry(value, EntryForm::kHeading, paper, arena);
        break;
      case CaptureKind::kPaper:
        apply_paper(value, paper, arena);
        break;
      case CaptureKind::kTitleText:
        apply_title(value, paper, arena);
        break;
      case CaptureKind::kMarks:
        apply_marks(name, value, paper, arena);
        break;
      case CaptureKind::kPeople:
        apply_people(name, take_after_bars(value, paper, arena), paper);
        break;
      case CaptureKind::kSubjects:
        apply_subjects(take_after_bars(value, paper, arena), paper);
        break;
      case CaptureKind::kDay:
        apply_day(name, take_after_bars(value, paper, arena), paper, arena);
        break;
      case CaptureKind::kIgnored:
      case CaptureKind::kSection:
      case CaptureKind::kTotal:
      case CaptureKind::kText:
      case CaptureKind::kRow:
      case CaptureKind::kLabel:
        break;
    }
  }
}

}  // namespace broadsheet
