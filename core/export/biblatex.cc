// BibLaTeX: `@online`.
#include "core/export/bib_entry.h"
#include "core/export/formats.h"

namespace broadsheet {

void write_biblatex(std::span<const Citation> citations, const ExportOptions& options, ExportReport& report,
                    std::string& out) {
  for (const Citation& citation : citations) {
    BibEntry entry("online", citation, options, report, out);
    entry.title();
    entry.authors();
    entry.verbatim("date", iso_date(citation.date));
    if (!citation.id.empty()) {
      entry.verbatim("eprint", citation.id);
      entry.verbatim("eprinttype", "arXiv");
      entry.verbatim("eprintclass", citation.primary_category);
      entry.verbatim("version", citation.version > 0 ? std::to_string(citation.version) : "");
    }
    entry.verbatim("doi", citation.doi);
    entry.link("url", citation.url);
    entry.tags();
    entry.text("annotation", citation.note);  // `note` would be printed
    entry.abstract();
  }
}

}  // namespace broadsheet
