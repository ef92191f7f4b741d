// expansion.h: the terms of a segment that match a term of a query.
#pragma once

#include <vector>

#include "core/index/segment.h"
#include "core/match/ranking.h"
#include "core/query/query.h"

namespace broadsheet {

struct Expansion {
  TermId term;
  MatchKind kind;
};

// Each term once. Cost: O(log terms + result); for a misspelt word, about 70 look-ups per letter.
std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term);

}  // namespace broadsheet
