#include "core/export/export.h"

#include <algorithm>
#include <array>

#include "core/export/formats.h"

namespace broadsheet {
namespace {

constexpr std::array kFormats = {
    ExportFormat{"bibtex", ".bib", "application/x-bibtex", write_bibtex},
    ExportFormat{"biblatex", ".bib", "application/x-bibtex", write_biblatex},
    ExportFormat{"ris", ".ris", "application/x-research-info-systems", write_ris},
    ExportFormat{"csl-json", ".json", "application/vnd.citationstyles.csl+json", write_csl_json},
    ExportFormat{"csv", ".csv", "text/csv", write_csv},
    ExportFormat{"jsonl", ".jsonl", "application/jsonl", write_jsonl},
    ExportFormat{"markdown", ".md", "text/markdown", write_markdown},
    ExportFormat{"notes", ".md", "text/markdown", write_notes},
    ExportFormat{"link", ".md", "text/markdown", write_links},
    ExportFormat{"reference", ".txt", "text/plain", write_references},
    ExportFormat{"cite", ".tex", "text/x-tex", write_cite},
    ExportFormat{"id", ".txt", "text/plain", write_ids},
};

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

const ExportFormat* find_export_format(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const ExportFormat& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

std::string export_papers(std::span<Citation> citations, const ExportFormat& format,
                          const ExportOptions& options, ExportReport& report) {
  assign_keys(citations, options.keys);
  std::string out;
  format.write(citations, options, report, out);
  // Files with zeros between letters are taken for UTF-16, by our own reader too.
  std::erase(out, '\0');
  return out;
}

}  // namespace broadsheet
