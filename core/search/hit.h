// hit.h: a work that a search found, and the order of hits.
#pragma once

#include <cstdint>

#include "core/library/works.h"

namespace broadsheet {

// One per work: its best appearance that matches and passes the filters.
struct Hit {
  PaperOrdinal paper;
  float score;     // of the order; 0 if that scores nothing
  uint64_t place;  // by day, newest or oldest first as the order says; breaks ties between scores
};

// Orders by score, then by place.
// A type, not a function: sorting then holds a copy of it instead of calling it.
struct RanksBefore {
  bool operator()(const Hit& a, const Hit& b) const {
    return a.score != b.score ? a.score > b.score : a.place < b.place;
  }
};
inline constexpr RanksBefore ranks_before;

}  // namespace broadsheet
