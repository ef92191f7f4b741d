// BibTeX: `@misc`, with the fields that arXiv's own entries have.
#include <array>

#include "core/export/bib_entry.h"
#include "core/export/formats.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 13> kMonths = {"",    "jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

}  // namespace

void write_bibtex(std::span<const Citation> citations, const ExportOptions& options, ExportReport& report,
                  std::string& out) {
  for (const Citation& citation : citations) {
    BibEntry entry("misc", citation, options, report, out);
    entry.title();
    entry.authors();
    entry.verbatim("year", citation.date.year > 0 ? std::to_string(citation.date.year) : "");
    if (citation.date.month <= 12) entry.macro("month", kMonths[citation.date.month]);
    if (!citation.id.empty()) {
      entry.verbatim("eprint", citation.id);
      entry.verbatim("archivePrefix", "arXiv");
      entry.verbatim("primaryClass", citation.primary_category);
    }
    entry.verbatim("doi", citation.doi);
    entry.link("url", citation.url);
    entry.tags();
    entry.text("annote", citation.note);  // `note` would be printed
    entry.abstract();
  }
}

}  // namespace broadsheet
