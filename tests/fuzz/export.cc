// Writes the papers of any digest in every format: what comes out is a file of that format, and our own
// reader finds the same papers in ours.
#include "core/export/export.h"

#include "core/digest/digest_reader.h"
#include "tests/core/support/exported.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

namespace {

void check_format(std::string_view format, const std::string& text) {
  std::string problem;
  if (format == "bibtex" || format == "biblatex") problem = testing::bib_problem(text);
  if (format == "ris") problem = testing::ris_problem(text);
  if (format == "csv") problem = testing::csv_problem(text);
  if (format == "csl-json") problem = testing::csl_problem(text);
  fuzz::check(problem.empty(), format, problem + "\n" + text);
  fuzz::check(fuzz::is_utf8(text), "exports are valid UTF-8", text);
}

void check_round_trip(const Digest& digest, const std::string& text, std::string_view name) {
  const auto read = read_digest(name, text);
  if (digest.papers.empty()) return;
  fuzz::check(read.ok(), "our own exports can be read", text);
  fuzz::check(read.value().papers.size() == digest.papers.size(), "as many papers as were written", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto digest = read_digest("2026-01-14.md", input);
  if (!digest.ok() || digest.value().papers.size() > 200) return 0;
  std::vector<Citation> citations;
  for (const Paper& paper : digest.value().papers) {
    citations.push_back(cite(digest.value(), paper));
    citations.back().tags = {paper.title, "tea, green"};
    citations.back().note = citations.back().abstract();
  }
  const bool odd = size % 2 == 1;
  const ExportOptions options = {.abstracts = true, .authors = odd ? 2u : 0u, .ascii = odd};
  for (const ExportFormat& format : export_formats()) {
    ExportReport report;
    const std::string text = export_papers(citations, format, options, report);
    check_format(format.name, text);
    if (format.name == "markdown") check_round_trip(digest.value(), text, "2026-01-14.md");
    if (format.name == "jsonl") check_round_trip(digest.value(), text, "2026-01-14.jsonl");
  }
  return 0;
}
