// scored_terms.h: the terms of a query that score and are marked: all but those of negated clauses.
//
// They are numbered in the order of the clauses and of the terms in each. Whatever is known of each scored
// term (document frequencies, inverse document frequencies, matches) is listed in this order.
#pragma once

#include <cstddef>

#include "core/query/query.h"

namespace broadsheet {

inline bool is_scored(const Clause& clause) { return !clause.negated; }

// Calls visit(const Clause&, const QueryTerm&, size_t number) for every scored term, in order.
template <typename Visit>
void for_each_scored_term(const Query& query, Visit&& visit) {
  size_t number = 0;
  for (const Clause& clause : query.clauses) {
    if (!is_scored(clause)) continue;
    for (const QueryTerm& term : clause.terms) visit(clause, term, number++);
  }
}

inline size_t scored_term_count(const Query& query) {
  size_t count = 0;
  for (const Clause& clause : query.clauses) count += is_scored(clause) ? clause.terms.size() : 0;
  return count;
}

}  // namespace broadsheet
