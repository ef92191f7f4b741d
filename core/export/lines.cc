// What people paste into a text: a line a paper.
#include "core/export/formats.h"
#include "core/export/markdown_text.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/export/valid_url.h"

namespace broadsheet {
namespace {

// `2601.00001v2`, else the DOI, else the link.
std::string name_of(const Citation& citation) {
  if (citation.id.empty()) return citation.doi.empty() ? citation.url : citation.doi;
  std::string id(citation.id);
  if (citation.version > 0) (id += 'v') += std::to_string(citation.version);
  return id;
}

// In a Markdown link a blank, bracket or parenthesis would end the address.
std::string link_target(std::string_view url) {
  std::string target;
  for (const char c : url) {
    if (c == ' ' || c == '(' || c == ')' || c == '<' || c == '>') {
      append_percent_code(c, target);
    } else {
      target += c;
    }
  }
  return target;
}

// `Ana Beispiel, Wei Li & Jo Groß`; `Ana Beispiel et al.`.
std::string authors_of(const Citation& citation, const ExportOptions& options) {
  const NameList list = listed_names(citation.authors(), options.authors);
  std::string authors;
  for (size_t i = 0; i < list.names.size(); ++i) {
    const bool is_last = i + 1 == list.names.size() && !list.has_more;
    authors += i == 0 ? "" : is_last ? " & " : ", ";
    authors += list.names[i];
  }
  return list.has_more ? authors + " et al." : authors;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {".", "?", "!", "。", "？", "！"};
  for (const std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// `Ana Beispiel & Wei Li (2026). Tea & Cakes. arXiv:2601.00001v2. https://arxiv.org/abs/2601.00001v2`
std::string reference(const Citation& citation, const ExportOptions& options) {
  std::string text = authors_of(citation, options);
  if (citation.date.year > 0) {
    text += text.empty() ? "(" : " (";
    (text += std::to_string(citation.date.year)) += ')';
  }
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += ends_sentence(text) ? " " : ". ";
    text += part;
  };
  add(plain_text(citation.title()));
  if (!citation.id.empty())
    add("arXiv:" + name_of(citation));
  else if (!citation.doi.empty())
    add("doi:" + citation.doi);
  add(citation.url);
  return text;
}

}  // namespace

void write_links(std::span<const Citation> citations, const ExportOptions&, ExportReport&, std::string& out) {
  for (const Citation& citation : citations) {
    const std::string title = as_markdown(plain_text(citation.title()));
    if (citation.url.empty())
      out += title;
    else
      ((((out += '[') += title) += "](") += link_target(citation.url)) += ')';
    out += '\n';
  }
}

void write_references(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
                      std::string& out) {
  for (const Citation& citation : citations) (out += reference(citation, options)) += '\n';
}

void write_cite(std::span<const Citation> citations, const ExportOptions&, ExportReport&, std::string& out) {
  if (citations.empty()) return;
  out += "\\cite{";
  for (const Citation& citation : citations)
    (out += &citation == citations.data() ? "" : ",") += citation.key;
  out += "}\n";
}

void write_ids(std::span<const Citation> citations, const ExportOptions&, ExportReport&, std::string& out) {
  for (const Citation& citation : citations) {
    const std::string name = name_of(citation);
    if (!name.empty()) (out += name) += '\n';
  }
}

}  // namespace broadsheet
