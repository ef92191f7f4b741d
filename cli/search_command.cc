#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "core/digest/text_slices.h"
#include "core/export/json.h"
#include "core/library/explain.h"
#include "core/library/result_set.h"
#include "core/library/rows.h"
#include "core/library/suggestion.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

struct Options {
  bool json = false;
  bool explain = false;
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  uint32_t limit = 20;
  std::string query;
  std::vector<std::string_view> files;
};

std::optional<Options> parse_options(const std::vector<std::string_view>& arguments) {
  Options options;
  bool has_query = false;
  bool only_operands = false;  // behind `--`
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!only_operands && argument == "--") {
      only_operands = true;
    } else if (!only_operands && argument == "--json") {
      options.json = true;
    } else if (!only_operands && argument == "--explain") {
      options.explain = true;
    } else if (!only_operands && argument == "--diagnostics") {
      const auto format = parse_diagnostic_format(i + 1 < arguments.size() ? arguments[++i] : "");
      if (!format) return std::nullopt;
      options.diagnostics = *format;
    } else if (!only_operands && argument == "--limit") {
      const auto limit = i + 1 < arguments.size() ? parse_number(arguments[++i]) : std::nullopt;
      if (!limit) {
        std::cerr << "broadsheet search: --limit takes a number\n";
        return std::nullopt;
      }
      options.limit = *limit;
    } else if (!only_operands && argument.starts_with("--")) {
      std::cerr << "broadsheet search: no such option: " << argument << '\n';
      return std::nullopt;
    } else if (!has_query) {
      options.query = argument;
      has_query = true;
    } else {
      options.files.push_back(argument);
    }
  }
  if (!has_query || options.files.empty()) {
    std::cerr << "broadsheet search: " << (has_query ? "a file" : "a query") << " is missing\n";
    return std::nullopt;
  }
  repair_utf8(options.query);
  return options;
}

// Whether every file could be read.
bool add_files(const Options& options, Library& library) {
  bool all_are_digests = true;
  const auto add = [&](const std::string& path, std::string bytes) {
    const Result<const Digest*> digest = library.read(path, std::move(bytes));
    if (digest.ok()) {
      print_diagnostics(path, *digest.value(), options.diagnostics);
      library.index(UINT32_MAX);
    } else {
      print_error(path, digest.error().code, digest.error().message, options.diagnostics);
      all_are_digests = all_are_digests && digest.error().code == "already_open";
    }
  };
  return for_each_input(options.files, options.diagnostics, add) && all_are_digests;
}

void print_hit(uint32_t rank, const Hit& hit, const Row& row) {
  std::printf("%3u. %s\n", rank + 1, row.title.text.c_str());
  std::printf("     %s  %s  #%u",
              row.ref.paper.arxiv_id.empty() ? "-" : std::string(row.ref.paper.arxiv_id.id).c_str(),
              row.ref.volume.digest.name.c_str(), row.ref.paper.number);
  if (hit.score > 0) std::printf("  score %.3f", static_cast<double>(hit.score));
  std::printf("\n     %s\n", row.summary.text.c_str());
}

void print_explanation(const Explanation& explanation) {
  constexpr const char* kKindNames[] = {"exact", "stem", "typo", "prefix"};
  const auto number = [](float value) { return static_cast<double>(value); };
  std::printf("       length %.0f terms of mean %.0f: norm %.3f\n", number(explanation.length),
              number(explanation.mean_length), number(explanation.norm));
  for (const TermExplanation& term : explanation.terms) {
    std::printf("       %-16s %8.3f = idf %.3f (in %llu papers) x saturated %.3f\n", term.term.c_str(),
                number(term.score), number(term.idf),
                static_cast<unsigned long long>(term.document_frequency),
                number(saturate(term.weighted, term.norm)));
    for (const WordExplanation& word : term.words) {
      const auto field_index = static_cast<size_t>(word.field);
      std::printf("         %8.3f  %s (%s) %u times in %s: kind weight %.1f, field weight %.1f\n",
                  number(word.weighted), word.word.c_str(), kKindNames[static_cast<size_t>(word.kind)],
                  word.frequency, std::string(kSearchFieldNames[field_index]).c_str(),
                  number(weight_of(word.kind)), number(kFieldWeights[field_index]));
    }
  }
  if (explanation.proximity.total() > 0) {
    std::printf("       %-16s %8.3f\n", "words in a row", number(explanation.proximity.pairs));
    std::printf("       %-16s %8.3f\n", "title", number(explanation.proximity.title));
    std::printf("       %-16s %8.3f\n", "first author", number(explanation.proximity.first_author));
  }
}

void print_hits(const Library& library, const Options& options, ResultSet& results) {
  Highlighter highlighter(results.query());
  for (uint32_t rank = 0; rank < std::min(options.limit, results.total()); ++rank) {
    const Hit hit = results.hit(rank);
    const PaperRef ref = library.paper(hit.paper);
    if (options.json) {
      std::printf("%s\n", hit_to_json({ref.paper.arxiv_id.id, static_cast<double>(hit.score), ref.paper.title,
                                       ref.volume.digest.name})
                              .c_str());
    } else {
      print_hit(rank, hit, make_row(library, hit.paper, highlighter));
    }
    if (options.explain) print_explanation(explain(library, results, rank));
  }
  if (!options.json) std::printf("%u of %u papers\n", results.total(), library.works().count());
}

void print_suggestion(const std::string& query, const Answer& answer) {
  switch (answer.suggested) {
    case Suggested::kNothing:
      return;
    case Suggested::kOffered:
      std::cerr << "Did you mean \"" << answer.suggestion << "\"?\n";
      return;
    case Suggested::kIncluded:
      std::cerr << "Also showing results for \"" << answer.suggestion << "\"; without them: \""
                << answer.as_typed << "\".\n";
      return;
    case Suggested::kInstead:
      std::cerr << "Nothing found for \"" << query << "\". Showing results for \"" << answer.suggestion
                << "\".\n";
      return;
  }
}

}  // namespace

int run_search(const std::vector<std::string_view>& arguments) {
  const std::optional<Options> options = parse_options(arguments);
  if (!options) {
    std::cerr << "Try broadsheet --help\n";
    return kBadUsage;
  }
  Library library;
  const bool all_read = add_files(*options, library);
  SearchRequest request;
  request.text = options->query;
  Searcher searcher(library);
  Answer found = answer(library, searcher, request);
  ResultSet& results = found.results;
  print_suggestion(options->query, found);
  for (const QueryIssue& issue : results.query().issues) {
    print_error("query", issue.code, issue.message, options->diagnostics);
  }
  print_hits(library, *options, results);
  if (!all_read) return kBadUsage;
  return results.total() > 0 ? kDone : kNothingFound;
}

}  // namespace broadsheet
