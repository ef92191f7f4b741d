// CSL-JSON, for pandoc, citeproc and everything that reads Zotero's exports: an array with an item a line.
#include "core/digest/json_object.h"
#include "core/export/formats.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"

namespace broadsheet {
namespace {

void add_text(Json& item, const char* name, std::string_view text) {
  if (!text.empty()) item[name] = text;
}

Json person(std::string_view name) {
  const PersonName parts = divide_name(name);
  Json json;
  if (parts.is_whole) {
    json["literal"] = parts.family;
    return json;
  }
  add_text(json, "family", parts.family);
  add_text(json, "given", parts.given);
  add_text(json, "non-dropping-particle", parts.particle);
  add_text(json, "suffix", parts.suffix);
  return json;
}

Json date_parts(const CitedDate& date) {
  Json parts = Json::array({date.year});
  if (date.month > 0) parts.push_back(date.month);
  if (date.day > 0) parts.push_back(date.day);
  Json json;
  json["date-parts"] = Json::array({std::move(parts)});
  return json;
}

std::string tags_of(const Citation& citation) {
  std::string tags;
  for (const std::string_view tag : citation.tags) (tags += tags.empty() ? "" : ", ") += plain_text(tag);
  return tags;
}

// An article without a journal is a preprint: CSL has no type of its own for it.
Json item_of(const Citation& citation, const ExportOptions& options) {
  Json item;
  item["id"] = citation.key;
  item["type"] = "article";
  add_text(item, "title", plain_text(citation.title()));
  const NameList authors = listed_names(citation.authors(), options.authors);
  for (const std::string& name : authors.names) item["author"].push_back(person(name));
  if (authors.has_more) item["author"].push_back({{"literal", "others"}});
  if (citation.date.year > 0) item["issued"] = date_parts(citation.date);
  if (!citation.id.empty()) {
    item["publisher"] = "arXiv";
    item["number"] = "arXiv:" + std::string(citation.id);
    if (citation.version > 0) item["version"] = std::to_string(citation.version);
    item["DOI"] = arxiv_doi(citation);
  }
  add_text(item, "DOI", citation.doi);
  add_text(item, "URL", citation.url);
  add_text(item, "keyword", tags_of(citation));
  add_text(item, "note", plain_text(citation.note, Lines::kKept));
  if (options.abstracts) add_text(item, "abstract", plain_text(citation.abstract(), Lines::kKept));
  return item;
}

}  // namespace

void write_csl_json(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
                    std::string& out) {
  out += "[\n";
  for (const Citation& citation : citations) {
    out += item_of(citation, options).dump(-1, ' ', false, Json::error_handler_t::replace);
    out += &citation == &citations.back() ? "\n" : ",\n";
  }
  out += "]\n";
}

}  // namespace broadsheet
