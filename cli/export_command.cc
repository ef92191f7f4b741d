#include <set>
#include <string>

#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/library_input.h"
#include "cli/output.h"
#include "core/export/export.h"
#include "core/search/result_set.h"
#include "core/search/searcher.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// `7 characters have no TeX form and stay as they are: 中 (U+4E2D), …`
void print_what_stayed(const ExportReport& report, DiagnosticFormat format) {
  if (report.no_ascii_form.empty()) return;
  constexpr size_t kMostNamed = 8;
  const std::set<uint32_t> distinct(report.no_ascii_form.begin(), report.no_ascii_form.end());
  std::string message = std::to_string(distinct.size()) +
                        (distinct.size() == 1 ? " character has" : " characters have") +
                        " no TeX form and stay as they are:";
  size_t named = 0;
  for (const uint32_t c : distinct) {
    if (named++ == kMostNamed) break;
    message += named > 1 ? ", " : " ";
    append_utf8(c, message);
    message += broadsheet::format(" (U+%04X)", c);
  }
  if (distinct.size() > kMostNamed) message += ", …";
  print_error("export", "no_tex_form", message, format);
}

}  // namespace

ExitCode run_export(const ExportCommandOptions& options) {
  Library library;
  const bool all_read = add_files(options.files, options.diagnostics, library);
  // Exactly what was typed: a respelt query would put other papers into somebody's references.
  ResultSet results = search(library, {.text = options.query});
  print_query_issues(options.query, results.query().issues, options.diagnostics);
  std::vector<Citation> citations;
  for (uint32_t rank = 0; rank < results.total(); ++rank) {
    const PaperRef ref = library.paper(results.hit(rank).paper);
    citations.push_back(cite(ref.volume.digest(), ref.paper));
  }
  ExportReport report;
  print_file(export_papers(citations, *options.format,
                           {options.abstracts, options.authors, options.ascii, options.keys}, report));
  print_what_stayed(report, options.diagnostics);
  if (!all_read) return kFailed;
  return citations.empty() ? kNothingFound : kDone;
}

}  // namespace broadsheet
