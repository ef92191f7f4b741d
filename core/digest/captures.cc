#include "core/digest/captures.h"

#include <span>
#include <utility>
#include <vector>

#include "core/digest/digest_name.h"
#include "core/digest/distinct_names.h"
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

}  // namespace

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
      case CaptureKind::kIgnored:
      case CaptureKind::kSection:
      case CaptureKind::kTotal:
      case CaptureKind::kText:
        break;
    }
  }
}

}  // namespace broadsheet
