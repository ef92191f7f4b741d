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
inline bool ranks_before(const Hit& a, const Hit& b) {
  return a.score != b.score ? a.score > b.score : a.place < b.place;
}

}  // namespace broadsheet
