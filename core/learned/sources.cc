#include "core/learned/sources.h"

#include <algorithm>
#include <utility>

namespace broadsheet {
namespace {

bool is_plain(const Clause& clause, std::string_view text) {
  if (clause.kind != Clause::Kind::kText || clause.negated || clause.fields != kAllFields ||
      !clause.extra_field.empty() || !clause.phrase.empty() || !clause.near.empty())
    return false;
  return std::none_of(clause.terms.begin(), clause.terms.end(), [&](const QueryTerm& term) {
    const bool starred = term.prefix && term.stem.empty() && !term.ideographs;
    const uint32_t begin = term.sources.empty() ? 0 : term.sources.front().begin;
    return starred || term.typo || (begin > 0 && begin <= text.size() && text[begin - 1] == '+');
  });
}

// The clause whose plain words the node is, or nullptr: a clause, or one with other ways to write it.
const Clause* plain_clause(const QueryNode& node, const Query& query, std::string_view text) {
  if (node.kind == QueryNode::Kind::kClause) {
    const Clause& clause = query.clauses[node.clause];
    return is_plain(clause, text) ? &clause : nullptr;
  }
  if (node.kind != QueryNode::Kind::kAny) return nullptr;
  for (size_t i = 0; i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    if (child.kind != QueryNode::Kind::kClause || query.clauses[child.clause].alternative != (i > 0))
      return nullptr;
  }
  return plain_clause(node.children.front(), query, text);
}

// Calls visit(const QueryNode&) for each of what must all hold.
template <typename Visit>
void for_each_condition(const Query& query, Visit&& visit) {
  if (query.root.kind != QueryNode::Kind::kAll) return visit(query.root);
  for (const QueryNode& child : query.root.children) visit(child);
}

// Copies a node with its clauses.
QueryNode copied(const QueryNode& node, const Query& from, Query& to) {
  QueryNode copy{node.kind};
  if (node.kind == QueryNode::Kind::kClause) {
    copy.clause = static_cast<uint32_t>(to.clauses.size());
    to.clauses.push_back(from.clauses[node.clause]);
  }
  for (const QueryNode& child : node.children) copy.children.push_back(copied(child, from, to));
  return copy;
}

}  // namespace

std::vector<SourceTerm> sources_of(const Query& query, std::string_view text) {
  std::vector<SourceTerm> sources;
  for_each_condition(query, [&](const QueryNode& node) {
    const Clause* clause = plain_clause(node, query, text);
    if (clause == nullptr) return;
    for (const QueryTerm& term : clause->terms) {
      const auto is_same = [&](const SourceTerm& each) { return each.text == term.text; };
      if (is_telling(term.text) && std::none_of(sources.begin(), sources.end(), is_same))
        sources.push_back({term.text, term.stem});
    }
  });
  return sources;
}

Query without_sources(const Query& query, std::string_view text) {
  Query rest;
  for_each_condition(query, [&](const QueryNode& node) {
    if (plain_clause(node, query, text) == nullptr) rest.root.children.push_back(copied(node, query, rest));
  });
  return rest;
}

}  // namespace broadsheet
