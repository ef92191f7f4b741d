#include "core/show/also_rows.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/learned/learned_scorer.h"
#include "core/learned/sources.h"

namespace broadsheet {
namespace {

// The ranges that touch none of `taken`. Requires: both sorted and disjoint.
std::vector<ByteRange> without(const std::vector<ByteRange>& ranges, const std::vector<ByteRange>& taken) {
  std::vector<ByteRange> left;
  auto next = taken.begin();
  for (const ByteRange range : ranges) {
    while (next != taken.end() && next->end <= range.begin) ++next;
    if (next == taken.end() || next->begin >= range.end) left.push_back(range);
  }
  return left;
}

}  // namespace

Query learned_query(const ResultSet& results) {
  Query query;
  query.root.kind = QueryNode::Kind::kAny;
  for (const LearnedTerm& word : results.learned()) {
    QueryTerm term{.text = word.text, .stem = word.stem};
    if (script_of(word.text) != Script::kLetters) {
      term.stem.clear();
      term.ideographs = true;
    }
    query.root.children.push_back(
        {QueryNode::Kind::kClause, static_cast<uint32_t>(query.clauses.size()), {}});
    Clause clause;
    clause.terms.push_back(std::move(term));
    query.clauses.push_back(std::move(clause));
  }
  return query;
}

AlsoRow make_also_row(const Library& library, PaperOrdinal paper, Highlighter& own, Highlighter& learned) {
  AlsoRow also{make_row(library, paper, learned), {}, {}};
  const auto split = [&](MarkedText& text, SearchField field) {
    std::vector<ByteRange> marks = own.find(text.text, field).ranges;
    std::swap(marks, text.marks);
    return without(marks, text.marks);
  };
  also.title = split(also.row.title, SearchField::kTitle);
  const auto name = std::find(kSearchFieldNames.begin(), kSearchFieldNames.end(), also.row.summary_field);
  if (name != kSearchFieldNames.end())
    also.summary = split(also.row.summary, static_cast<SearchField>(name - kSearchFieldNames.begin()));
  also.row.authors.marks = own.find(also.row.authors.text, SearchField::kAuthors).ranges;
  return also;
}

std::vector<LearnedExplanation> explain_also(Library& library, Learned& learned, const ResultSet& results,
                                             std::string_view query_text, PaperOrdinal paper) {
  Associator& associator = learned.associator();
  const ForwardIndex& index = learned.index();
  const std::vector<SourceTerm> sources = sources_of(results.query(), query_text);
  std::vector<LearnedExplanation> words;
  for (const LearnedTerm& each : results.learned()) {
    const auto term = index.find(each.stem);
    if (!term || paper >= library.paper_count()) continue;
    const LearnedWord word{*term, each.weight};
    const float score = score_learned(library, index, std::span(&word, 1))[paper];
    if (!(score > 0)) continue;
    LearnedExplanation& out =
        words.emplace_back(LearnedExplanation{each.text, each.stem, each.weight, score, {}});
    for (const SourceTerm& source : sources) {
      for (const ForwardIndex::Row row :
           associator.witnesses(source, *term, kMostWitnesses - out.from.size())) {
        const PaperOrdinal from = library.works().first(index.work_of(row));
        if (std::find(out.from.begin(), out.from.end(), from) == out.from.end()) out.from.push_back(from);
      }
      if (out.from.size() == kMostWitnesses) break;
    }
  }
  put_in_order(words,
               [](const LearnedExplanation& a, const LearnedExplanation& b) { return a.score > b.score; });
  return words;
}

}  // namespace broadsheet
