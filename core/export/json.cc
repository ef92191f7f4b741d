#include "core/export/json.h"

#include <nlohmann/json.hpp>

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

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

}  // namespace

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

std::string hit_to_json(const HitRecord& hit) {
  Json json;
  json["id"] = text_or_null(hit.id);
  json["score"] = hit.score;
  json["title"] = hit.title;
  json["digest"] = hit.digest;
  return dump_line(json);
}

}  // namespace broadsheet
