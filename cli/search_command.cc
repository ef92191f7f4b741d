#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/library_input.h"
#include "cli/output.h"
#include "cli/terminal_text.h"
#include "core/export/json.h"
#include "core/search/result_set.h"
#include "core/search/suggestion.h"
#include "core/show/also_rows.h"
#include "core/show/explain.h"
#include "core/show/rows.h"

namespace broadsheet {
namespace {

void print_hit(uint32_t rank, const Hit& hit, const Row& row) {
  const std::string_view id = row.ref.paper.arxiv_id.id;
  print_line(format("%3u. ", rank + 1) + as_one_line(row.title.text));
  print_line("     " + std::string(id.empty() ? "-" : id) + "  " + row.ref.volume.head().name() +
             format("  #%u", row.ref.paper.number) +
             (hit.score > 0 ? format("  score %.3f", static_cast<double>(hit.score)) : ""));
  print_line("     " + as_one_line(row.summary.text));
}

void print_explanation(const Explanation& explanation) {
  constexpr const char* kKindNames[] = {"exact", "stem", "typo", "prefix"};
  const auto number = [](float value) { return static_cast<double>(value); };
  print_line(format("       length %.0f terms of mean %.0f: norm %.3f", number(explanation.length),
                    number(explanation.mean_length), number(explanation.norm)));
  for (const TermExplanation& term : explanation.terms) {
    print_line(format("       %-16s %8.3f = idf %.3f (in %llu papers) x saturated %.3f", term.term.c_str(),
                      number(term.score), number(term.idf),
                      static_cast<unsigned long long>(term.document_frequency),
                      number(saturate(term.weighted, term.norm))));
    for (const WordExplanation& word : term.words) {
      const auto field_index = static_cast<size_t>(word.field);
      print_line(format("         %8.3f  %s (%s) %u times in %s: kind weight %.1f, field weight %.1f",
                        number(word.weighted), word.word.c_str(), kKindNames[static_cast<size_t>(word.kind)],
                        word.frequency, std::string(kSearchFieldNames[field_index]).c_str(),
                        number(weight_of(word.kind)), number(kFieldWeights[field_index])));
    }
  }
  if (explanation.proximity.total() > 0) {
    print_line(format("       %-16s %8.3f", "words in a row", number(explanation.proximity.pairs)));
    print_line(format("       %-16s %8.3f", "title", number(explanation.proximity.title)));
    print_line(format("       %-16s %8.3f", "first author", number(explanation.proximity.first_author)));
  }
  if (explanation.feedback > 0)
    print_line(format("       %-16s %8.3f  %s", "shared words", number(explanation.feedback),
                      explanation.shared.c_str()));
}

void print_hits(const Library& library, const SearchOptions& options, ResultSet& results) {
  Highlighter highlighter(results.query());
  for (uint32_t rank = 0; rank < std::min(options.limit, results.total()); ++rank) {
    const Hit hit = results.hit(rank);
    const PaperRef ref = library.paper(hit.paper);
    if (options.json) {
      print_line(hit_to_json({ref.paper.arxiv_id.id, static_cast<double>(hit.score), ref.paper.title,
                              ref.volume.head().name()}));
    } else {
      print_hit(rank, hit, make_row(library, hit.paper, highlighter));
    }
    if (options.explain) print_explanation(explain(library, results, rank));
  }
  if (!options.json) print_line(format("%u of %u papers", results.total(), library.works().count()));
}

// What only learned words find, apart from the hits.
void print_also(const Library& library, const SearchOptions& options, const ResultSet& results) {
  if (results.learned().empty()) return;
  std::string words;
  for (const LearnedTerm& each : results.learned()) words += (words.empty() ? "" : ", ") + each.text;
  print_line("also: " + words);
  const Query query = learned_query(results);
  Highlighter own(results.query());
  Highlighter learned(query);
  const auto most = std::min<size_t>(options.limit, results.also().size());
  for (uint32_t rank = 0; rank < most; ++rank) {
    const Hit& hit = results.also()[rank];
    print_hit(rank, hit, make_also_row(library, hit.paper, own, learned).row);
  }
  print_line(format("%zu more papers", results.also().size()));
}

void print_suggestion(const std::string& query, const Answer& answer) {
  switch (answer.suggested) {
    case Suggested::kNothing:
      return;
    case Suggested::kOffered:
      return complain("Did you mean \"" + answer.suggestion + "\"?");
    case Suggested::kIncluded:
      return complain("Also showing results for \"" + answer.suggestion + "\"; without them: \"" +
                      answer.as_typed + "\".");
    case Suggested::kInstead:
      return complain("Nothing found for \"" + query + "\". Showing results for \"" + answer.suggestion +
                      "\".");
  }
}

}  // namespace

ExitCode run_search(const SearchOptions& options) {
  Library library;
  const bool all_read = add_files(options.files, options.diagnostics, library);
  SearchRequest request;
  request.text = options.query;
  request.feedback = true;
  request.also = options.also;
  Searcher searcher(library);
  Answer found = answer(library, searcher, request);
  print_suggestion(options.query, found);
  print_query_issues(options.query, found.issues, options.diagnostics);
  print_hits(library, options, found.results);
  print_also(library, options, found.results);
  if (!all_read) return kFailed;
  return found.results.total() > 0 || !found.results.also().empty() ? kDone : kNothingFound;
}

}  // namespace broadsheet
