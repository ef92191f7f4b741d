// whole_answer.h: everything a page asks of a library for one query.
#pragma once

#include "core/search/completion.h"
#include "core/search/similar.h"
#include "core/search/suggestion.h"
#include "core/show/explain.h"
#include "core/show/rows.h"
#include "tests/fuzz/check.h"

namespace broadsheet::fuzz {

inline void check_marks(const MarkedText& marked) {
  check(is_utf8(marked.text), "shown texts are valid UTF-8", marked.text);
  uint32_t last = 0;
  for (const ByteRange mark : marked.marks) {
    check(last <= mark.begin && mark.begin < mark.end && mark.end <= marked.text.size(),
          "marks lie inside the text, one after the other");
    check(is_utf8(std::string_view(marked.text).substr(mark.begin, mark.end - mark.begin)),
          "marks begin and end on code points", marked.text);
    last = mark.end;
  }
}

inline void check_shown(const Library& library, PaperOrdinal paper, Highlighter& highlighter) {
  const Row row = make_row(library, paper, highlighter);
  for (const MarkedText* text : {&row.title, &row.authors, &row.summary}) check_marks(*text);
  const PaperView view = make_paper_view(library, paper, highlighter);
  check_marks(view.title);
  for (const MarkedText& author : view.authors) check_marks(author);
  for (const MarkedField& field : view.fields) check_marks(field.text);
  check(view.appearances.size() == row.appearances, "row and paper know of the same appearances");
  for (const Appearance& each : view.appearances)
    check(library.locate(library.key_of(each.paper)) <= library.paper_count(), "keys lead to papers");
}

inline void check_facets(const Library& library, const ResultSet& results) {
  const FacetCounts& facets = results.facets();
  check(facets.categories.size() == library.facets().categories().size(), "each category has a count");
  check(facets.days.size() == library.facets().days().size(), "each day has a count");
  for (const uint32_t count : facets.days) check(count <= library.works().count(), "no day has more works");
  check(facets.sets.size() == library.sets().size(), "each set has a count");
  for (size_t day = 0; day < facets.days.size(); ++day)
    check(facets.read_days[day] <= facets.days[day], "no more papers are read than there are");
  for (const FacetCount& each : facets.authors)
    check(each.value < library.facets().authors().size() && each.count <= library.works().count(),
          "authors are some of the library's");
}

inline void check_issues(const std::vector<QueryIssue>& issues, std::string_view text) {
  check(issues.size() <= kMaxQueryIssues, "no more issues than the limit");
  for (const QueryIssue& issue : issues) {
    check(issue.begin <= issue.end && issue.end <= text.size(), "issues lie inside the text");
    check(is_utf8(text.substr(issue.begin, issue.end - issue.begin)), "issues begin and end on code points");
  }
}

// Results with rows, papers, facets, explanations and similar papers; suggestion and completion. `text`:
// UTF-8.
inline Answer check_answer(Library& library, Searcher& searcher, const SearchRequest& request) {
  Answer found = answer(library, searcher, request);
  ResultSet& results = found.results;
  check_issues(found.issues, request.text);
  check_facets(library, results);
  check(is_utf8(found.suggestion) && is_utf8(found.as_typed), "suggestions are valid UTF-8",
        found.suggestion);
  Highlighter highlighter(results.query());
  for (uint32_t rank = 0; rank < results.total(); ++rank) {
    const PaperOrdinal paper = results.hit(rank).paper;
    check(paper < library.paper_count(), "hits are papers");
    check(results.rank_of(library, paper) == rank, "a hit is found at its rank");
    check_shown(library, paper, highlighter);
    if (results.by_score()) explain(library, results, rank);
    for (const SimilarPaper& near : similar_papers(library, paper, 3))
      check(near.paper < library.paper_count(), "similar papers are papers");
  }
  Completer completer(library, searcher);
  for (size_t caret : {request.text.size() / 2, request.text.size()}) {
    while (caret < request.text.size() && is_continuation_byte(request.text[caret])) ++caret;
    for (const Completion& each : completer.complete(request.text, caret)) {
      check(each.begin <= each.end && each.end <= request.text.size(), "completions lie inside the text");
      check(is_utf8(each.text) && is_utf8(each.label), "completions are valid UTF-8", each.text);
    }
  }
  return found;
}

}  // namespace broadsheet::fuzz
