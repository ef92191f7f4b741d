// RIS, as Zotero, EndNote and Mendeley take it: one line a value, CRLF. `UNPB` (unpublished) is what they
// call a preprint; `GEN` becomes a journal's article in Zotero, `ELEC` a web page.
#include "core/export/formats.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/export/valid_url.h"

namespace broadsheet {
namespace {

void add_line(std::string_view tag, std::string_view value, std::string& out) {
  if (!value.empty()) (((out += tag) += "  - ") += value) += "\r\n";
}

// `2026/01/14/`, `2026/01//`, `2026///`.
std::string slashed_date(const CitedDate& date) {
  std::string text = iso_date(date);
  int slashes = 0;
  for (char& c : text) {
    if (c != '-') continue;
    c = '/';
    ++slashes;
  }
  return text.empty() ? text : text.append(static_cast<size_t>(3 - slashes), '/');
}

void add_authors(const Citation& citation, const ExportOptions& options, std::string& out) {
  const NameList list = listed_names(citation.authors(), options.authors);
  for (const std::string& name : list.names) {
    const PersonName parts = divide_name(name);
    std::string line = family_first(parts);
    // RIS has the suffix last.
    if (!parts.suffix.empty() && !parts.given.empty()) {
      line = family_first({parts.given, parts.particle, parts.family, {}});
      (line += ", ") += parts.suffix;
    }
    add_line("AU", line, out);
  }
  if (list.has_more) add_line("AU", "et al.", out);
}

}  // namespace

void write_ris(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
               std::string& out) {
  for (const Citation& citation : citations) {
    add_line("TY", "UNPB", out);
    add_line("ID", citation.key, out);
    add_line("TI", plain_text(citation.title()), out);
    add_authors(citation, options, out);
    add_line("PY", citation.date.year > 0 ? std::to_string(citation.date.year) : "", out);
    add_line("DA", slashed_date(citation.date), out);
    if (!citation.id.empty()) {
      add_line("PB", "arXiv", out);
      add_line("AN", "arXiv:" + std::string(citation.id), out);
      add_line("DO", arxiv_doi(citation), out);
    }
    add_line("DO", citation.doi, out);
    std::string url;
    append_valid_url(citation.url, url);
    add_line("UR", url, out);
    for (const std::string_view tag : citation.tags) add_line("KW", plain_text(tag), out);
    add_line("N1", plain_text(citation.note), out);
    if (options.abstracts) add_line("AB", plain_text(citation.abstract()), out);
    out += "ER  - \r\n";
  }
}

}  // namespace broadsheet
