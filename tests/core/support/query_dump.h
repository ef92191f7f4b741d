// query_dump.h: a parsed query as a line of text.
#pragma once

#include <string>
#include <vector>

#include "core/query/query.h"

namespace broadsheet::testing {

inline std::string dump_fields(FieldMask mask) {
  if (mask == kAllFields) return "";
  std::string names;
  for (size_t i = 0; i < kSearchFieldCount; ++i) {
    if (mask >> i & 1) names += (names.empty() ? "" : ",") + std::string(kSearchFieldNames[i]);
  }
  return names + ":";
}

inline std::string dump_terms(const std::vector<QueryTerm>& terms, const char* separator) {
  std::string text;
  for (const QueryTerm& term : terms) {
    text += (text.empty() ? "" : separator) + term.text;
    if (!term.stem.empty() && term.stem != term.text) text += "~" + term.stem;
    if (term.prefix) text += "*";
    if (term.typo) text += "?";
  }
  return text;
}

// [field:]term&term, then ~stem if it differs, * for a prefix, ? for a typo, "…" around a phrase.
inline std::string dump(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::kCategory:
      return "category=" + clause.value;
    case Clause::Kind::kId:
      return "id=" + clause.value;
    case Clause::Kind::kDate:
      return "date=[" + clause.dates.from + "," + clause.dates.to + ")";
    case Clause::Kind::kFeature:
      return "has=" + std::to_string(static_cast<int>(clause.feature));
    case Clause::Kind::kLanguage:
      return "lang=" + std::to_string(static_cast<int>(clause.language));
    case Clause::Kind::kSet:
      return "set=" + clause.value;
    case Clause::Kind::kText:
      break;
  }
  std::string text = clause.extra_field.empty() ? dump_fields(clause.fields) : clause.extra_field + ":";
  text += dump_terms(clause.terms, "&");
  for (size_t i = 0; i < clause.near.size(); ++i) {
    text += i == 0 ? "{" : " " + std::to_string(clause.distances[i - 1]) + " ";
    text += dump_terms(clause.near[i], "+");
    if (i + 1 == clause.near.size()) text += "}";
  }
  if (clause.phrase.empty()) return text;
  text += '"';
  for (size_t i = 0; i < clause.phrase.size(); ++i) text += (i > 0 ? " " : "") + clause.phrase[i];
  return text + (clause.open_phrase ? "*\"" : "\"");
}

inline std::string dump(const Query& query, const QueryNode& node, bool outermost) {
  if (node.kind == QueryNode::Kind::kClause) return dump(query.clauses[node.clause]);
  if (node.kind == QueryNode::Kind::kNot) return "-" + dump(query, node.children.front(), false);
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += node.kind == QueryNode::Kind::kAny ? " | " : " ";
    text += dump(query, child, false);
  }
  return outermost || node.children.size() == 1 ? text : "(" + text + ")";
}

inline std::string dump(const Query& query) {
  std::string text = dump(query, query.root, true);
  for (const QueryIssue& issue : query.issues) {
    text +=
        " !" + std::string(issue.code) + "@" + std::to_string(issue.begin) + "-" + std::to_string(issue.end);
  }
  return text;
}

}  // namespace broadsheet::testing
