#include "core/export/json.h"

#include <algorithm>
#include <array>

#include "core/digest/arxiv_id.h"
#include "core/digest/json_object.h"

namespace broadsheet {
namespace {

std::string dump_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json diagnostic(std::string_view file, uint32_t line, std::string_view code, std::string_view message) {
  Json json;
  json["file"] = file;
  json["line"] = line;
  json["code"] = code;
  json["message"] = message;
  return json;
}

// Keys that mean something to readers of records.
constexpr std::array kMeaningfulKeys = std::to_array<std::string_view>(
    {"title", "id", "cate", "authors", "categories", "AI", "abs", "url", "link", "pdf", "pdf_url", "summary",
     "abstract", "tldr", "task", "motivation", "method", "result", "conclusion"});

void add_extra(Json& record, std::string_view name, std::string_view text) {
  std::string key(name);
  if (std::find(kMeaningfulKeys.begin(), kMeaningfulKeys.end(), name) != kMeaningfulKeys.end()) key += " 2";
  Json& value = record[key];
  value = value.is_null() ? std::string(text) : value.get<std::string>() + "\n\n" + std::string(text);
}

}  // namespace

std::string paper_to_record(const Paper& paper) {
  Json json;
  const ArxivId& id = paper.arxiv_id;
  if (!id.empty()) json["id"] = std::string(id.id) + (id.version > 0 ? "v" + std::to_string(id.version) : "");
  if (!paper.url.empty()) json[arxiv_id_of_url(paper.url).empty() ? "url" : "abs"] = paper.url;
  json["title"] = paper.title;
  json["authors"] = paper.authors;
  json["categories"] = paper.categories;
  if (const auto& abstract = paper.text(TextField::kAbstract)) json["summary"] = *abstract;
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    const bool is_model_text = static_cast<TextField>(i) != TextField::kAbstract;
    if (is_model_text && paper.texts[i]) json["AI"][std::string(kTextFieldNames[i])] = *paper.texts[i];
  }
  if (!paper.date.empty()) json["date"] = paper.date;
  for (const ExtraField& field : paper.extra) add_extra(json, field.name, field.text);
  return dump_line(json);
}

std::string json_string(std::string_view text) { return dump_line(Json(text)); }

std::string paper_to_json(const Digest& digest, const Paper& paper) {
  Json json;
  json["digest"] = digest.name;
  json["date"] = text_or_null(date_of(digest, paper));
  json["number"] = paper.number;
  json["id"] = text_or_null(paper.arxiv_id.id);
  json["version"] = paper.arxiv_id.version > 0 ? Json(paper.arxiv_id.version) : Json(nullptr);
  json["title"] = paper.title;
  json["url"] = text_or_null(paper.url);
  json["authors"] = paper.authors;
  json["categories"] = paper.categories;
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    json[std::string(kTextFieldNames[i])] = paper.texts[i] ? Json(*paper.texts[i]) : Json(nullptr);
  }
  json["extra"] = Json::object();
  for (const ExtraField& field : paper.extra) {
    Json& value = json["extra"][std::string(field.name)];
    value = value.is_null() ? std::string(field.text)
                            : value.get<std::string>() + "\n\n" + std::string(field.text);
  }
  json["line"] = paper.line;
  return dump_line(json);
}

std::string diagnostic_to_json(std::string_view file, uint32_t line, std::string_view code,
                               std::string_view message) {
  return dump_line(diagnostic(file, line, code, message));
}

std::string query_issue_to_json(std::string_view file, const QueryIssue& issue) {
  Json json = diagnostic(file, 0, issue.code, issue.message);
  json["begin"] = issue.begin;
  json["end"] = issue.end;
  return dump_line(json);
}

std::string known_to_json(const KnownRecord& known) {
  Json json;
  json["line"] = known.line;
  json["by"] = text_or_null(known.by);
  json["work"] = text_or_null(known.work);
  json["title"] = text_or_null(known.title);
  json["authors"] = known.authors;
  json["year"] = text_or_null(known.year);
  json["id"] = text_or_null(known.id);
  json["doi"] = text_or_null(known.doi);
  json["url"] = text_or_null(known.url);
  return dump_line(json);
}

std::string hit_to_json(const HitRecord& hit) {
  Json json;
  json["id"] = text_or_null(hit.id);
  json["score"] = hit.score;
  json["title"] = hit.title;
  json["digest"] = hit.digest;
  return dump_line(json);
}

}  // namespace broadsheet
