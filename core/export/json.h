// json.h: values as lines of JSON. Only this file and csl_json.cc write JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"
#include "core/query/query.h"

namespace broadsheet {

// One object on one line, without the line end: digest, date, number, id, version, title, url, authors,
// categories, tldr, motivation, method, result, conclusion, abstract, extra, line. Missing values are null.
// Extra fields of the same name are joined by a blank line.
std::string paper_to_json(const Digest& digest, const Paper& paper);

// The same paper as the tools of the daily-arXiv family write it, so that reading it gives the paper again:
// id (with its version), abs or url, title, authors, categories, summary, AI with the model's texts, and
// extra fields under their own names. Missing values are left out.
std::string paper_to_record(const Paper& paper);

// A text in quotation marks, as JSON and YAML read it.
std::string json_string(std::string_view text);

// One object on one line: file, line, code, message.
std::string diagnostic_to_json(std::string_view file, uint32_t line, std::string_view code,
                               std::string_view message);

// The same for a query, with line 0 and the place in the query: begin, end (bytes, half-open).
std::string query_issue_to_json(std::string_view file, const QueryIssue& issue);

// A work of a collection and what the library has of it; `by` is empty if that is nothing.
struct KnownRecord {
  uint32_t line = 0;
  std::string_view by;    // "id", "doi", "title", "doubtful"
  std::string_view work;  // its name in the library
  std::string_view title;
  const std::vector<std::string>& authors;
  std::string_view year;
  std::string_view id;
  std::string_view doi;
  std::string_view url;
};

// One object on one line: line, by, work, title, authors, year, id, doi, url. Missing values are null.
std::string known_to_json(const KnownRecord& known);

struct HitRecord {
  std::string_view id;  // empty: not from arXiv
  double score;
  std::string_view title;
  std::string_view digest;
};

// One object on one line: id, score, title, digest.
std::string hit_to_json(const HitRecord& hit);

}  // namespace broadsheet
