#include "core/export/notes.h"

#include <algorithm>
#include <vector>

#include "core/export/formats.h"
#include "core/export/json.h"
#include "core/export/markdown_text.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"

namespace broadsheet {
namespace {

void add_property(std::string_view name, std::string_view text, std::string& out) {
  if (!text.empty()) ((out += name) += ": ") += json_string(text) += '\n';
}

template <typename Texts>
void add_list(std::string_view name, const Texts& texts, std::string& out) {
  if (texts.empty()) return;
  (out += name) += ":\n";
  for (const auto& text : texts) (out += "  - ") += json_string(text) += '\n';
}

void add_section(std::string_view heading, std::string_view text, std::string& out) {
  if (text.empty()) return;
  if (!heading.empty()) ((out += "\n## ") += heading) += '\n';
  (out += '\n') += as_markdown(text) += '\n';
}

// Obsidian's tags have no blanks.
std::vector<std::string> tags_of(const Citation& citation) {
  std::vector<std::string> tags;
  for (const std::string_view tag : citation.tags) {
    tags.push_back(plain_text(tag));
    std::replace(tags.back().begin(), tags.back().end(), ' ', '-');
  }
  return tags;
}

std::string front_matter_of(const Citation& citation, const ExportOptions& options) {
  const std::string title = plain_text(citation.title());
  NameList authors = listed_names(citation.authors(), options.authors);
  if (authors.has_more) authors.names.push_back("et al.");
  std::string out = "---\n";
  add_property("title", title, out);
  add_list("aliases", title.empty() ? std::vector<std::string>() : std::vector{title}, out);
  add_property("citekey", citation.key, out);
  add_property("id", citation.id.empty() ? citation.doi : std::string(citation.id), out);
  add_list("authors", authors.names, out);
  if (const std::string date = iso_date(citation.date); !date.empty()) add_property("date", date, out);
  add_property("digest", citation.digest->date, out);
  add_list("categories", citation.paper->categories, out);
  add_list("tags", tags_of(citation), out);
  add_property("link", citation.url, out);
  return out + "---\n";
}

}  // namespace

NoteFile note_file(const Citation& citation, const ExportOptions& options) {
  NoteFile file;
  file.name = citation.key;
  for (char& c : file.name) {
    if (c == '/' || c == ':') c = '-';
  }
  file.name += ".md";
  file.text = front_matter_of(citation, options);
  ((file.text += "\n# ") += as_markdown(plain_text(citation.title()))) += '\n';
  add_section("", citation.note, file.text);
  add_section("TL;DR", citation.summary(), file.text);
  if (options.abstracts) add_section("Abstract", citation.abstract(), file.text);
  std::erase(file.text, '\0');
  return file;
}

void write_notes(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
                 std::string& out) {
  for (const Citation& citation : citations) {
    if (!out.empty()) out += '\n';
    out += note_file(citation, options).text;
  }
}

}  // namespace broadsheet
