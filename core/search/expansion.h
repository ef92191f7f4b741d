// expansion.h: which terms of a segment stand for a term of a query.
#pragma once

#include <vector>

#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"

namespace broadsheet {

struct Expansion {
  TermId term;
  MatchKind kind;
};

// Each term once. Cost: O(log terms + result); for a misspelt word some 70 look-ups for each of its letters.
std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term);

}  // namespace broadsheet
