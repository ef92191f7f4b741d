#include "core/show/rows.h"

#include <algorithm>
#include <optional>

#include "core/digest/failure_text.h"
#include "core/show/snippet.h"

namespace broadsheet {
namespace {

MarkedText mark(std::string_view text, SearchField field, Highlighter& highlighter) {
  return {std::string(text), highlighter.find(text, field).ranges};
}

struct Candidate {
  std::string_view text;
  SearchField field;
  Hits hits;
};

void add_terms(const Hits& hits, std::vector<bool>& seen) {
  for (size_t i = 0; i < seen.size(); ++i) seen[i] = seen[i] || hits.terms[i];
}

// How many query terms the candidate shows that are not yet in `seen`.
size_t count_new(const Hits& hits, const std::vector<bool>& seen) {
  size_t count = 0;
  for (size_t i = 0; i < seen.size(); ++i) count += hits.terms[i] && !seen[i] ? 1 : 0;
  return count;
}

std::optional<Candidate> pick_summary(const Paper& paper, std::vector<bool> seen, Highlighter& highlighter) {
  // A TL;DR that only says that there is none gives way to the abstract.
  std::optional<Candidate> best;
  for (const TextField field : {TextField::kTldr, TextField::kAbstract}) {
    if (best || !says_something(paper.text(field))) continue;
    best = Candidate{*paper.text(field), search_field_of(field),
                     highlighter.find(*paper.text(field), search_field_of(field))};
    add_terms(best->hits, seen);
  }
  const auto unseen = static_cast<size_t>(std::count(seen.begin(), seen.end(), false));
  if (best && unseen == 0) return best;
  size_t most_new = 0;
  std::optional<Candidate> other;
  const auto consider = [&](SearchField field, std::string_view text) {
    if (field == SearchField::kTitle || field == SearchField::kAuthors || field == SearchField::kTldr ||
        field == SearchField::kId || (other && most_new == unseen))
      return;
    Hits hits = highlighter.find(text, field);
    const size_t new_terms = count_new(hits, seen);
    if (new_terms > most_new || (!best && !other)) {
      most_new = new_terms;
      other = Candidate{text, field, std::move(hits)};
    }
  };
  for_each_text(paper, consider);
  const bool other_is_better = other && (!best || most_new > 0);
  return other_is_better ? other : best;
}

constexpr std::string_view kEllipsis = "\u2026";

MarkedText cut_to_snippet(const Candidate& candidate) {
  const ByteRange window = pick_snippet(candidate.text, candidate.hits.ranges, kSummaryBudget);
  MarkedText result;
  if (window.begin > 0) result.text = kEllipsis;
  const auto shift = static_cast<uint32_t>(result.text.size());
  result.text += candidate.text.substr(window.begin, window.end - window.begin);
  if (window.end < candidate.text.size()) result.text += kEllipsis;
  for (const ByteRange range : candidate.hits.ranges) {
    const uint32_t begin = std::max(range.begin, window.begin);
    const uint32_t end = std::min(range.end, window.end);
    if (begin < end) result.marks.push_back({begin - window.begin + shift, end - window.begin + shift});
  }
  return result;
}

// Calls visit(PaperOrdinal) for every appearance of the paper's work, the best first.
template <typename Visit>
void for_each_appearance(const Library& library, PaperOrdinal paper, Visit&& visit) {
  const Works& works = library.works();
  for (PaperOrdinal i = works.first(works.work_of(paper)); i != Works::kNoPaper; i = works.next(i)) visit(i);
}

}  // namespace

Row make_row(const Library& library, PaperOrdinal ordinal, Highlighter& highlighter) {
  const PaperRef ref = library.paper(ordinal);
  const Paper& paper = ref.paper;
  Row row{ref, {}, {}, 0, {}, 0, {}};
  for_each_appearance(library, ordinal, [&](PaperOrdinal) { ++row.appearances; });
  const Hits title_hits = highlighter.find(paper.title, SearchField::kTitle);
  row.title = {std::string(paper.title), title_hits.ranges};
  std::vector<bool> seen = title_hits.terms;
  for (size_t i = 0; i < paper.authors.size(); ++i) {
    const Hits hits = highlighter.find(paper.authors[i], SearchField::kAuthors);
    add_terms(hits, seen);
    if (i >= kMaxRowAuthors) continue;
    if (i > 0) row.authors.text += ", ";
    const auto shift = static_cast<uint32_t>(row.authors.text.size());
    row.authors.text += paper.authors[i];
    for (const ByteRange range : hits.ranges)
      row.authors.marks.push_back({range.begin + shift, range.end + shift});
  }
  row.more_authors =
      static_cast<uint32_t>(paper.authors.size() - std::min(paper.authors.size(), kMaxRowAuthors));
  if (const auto summary = pick_summary(paper, std::move(seen), highlighter)) {
    row.summary = cut_to_snippet(*summary);
    row.summary_field = kSearchFieldNames[static_cast<size_t>(summary->field)];
  }
  return row;
}

PaperView make_paper_view(const Library& library, PaperOrdinal ordinal, Highlighter& highlighter,
                          bool verbatim) {
  const PaperRef ref = library.paper(ordinal);
  const Paper* original = library.verbatim(ordinal);
  const Paper& paper = verbatim && original != nullptr ? *original : ref.paper;
  PaperView view{ref, mark(paper.title, SearchField::kTitle, highlighter), {}, {}, {}, original != nullptr};
  for (const std::string_view author : paper.authors) {
    view.authors.push_back(mark(author, SearchField::kAuthors, highlighter));
  }
  const auto add_field = [&](std::string_view name, bool known, SearchField field, std::string_view text) {
    const bool missing = is_failure_text(text);
    view.fields.push_back(
        {name, known, missing, missing ? MarkedText{std::string(text), {}} : mark(text, field, highlighter)});
  };
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    if (paper.texts[i])
      add_field(kTextFieldNames[i], true, search_field_of(static_cast<TextField>(i)), *paper.texts[i]);
  }
  for (const ExtraField& extra : paper.extra) add_field(extra.name, false, SearchField::kExtra, extra.text);
  for_each_appearance(library, ordinal, [&](PaperOrdinal appearance) {
    view.appearances.push_back({appearance, view.appearances.empty()});
  });
  return view;
}

}  // namespace broadsheet
