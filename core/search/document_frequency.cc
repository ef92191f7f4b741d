#include "core/search/document_frequency.h"

#include <algorithm>
#include <vector>

#include "core/match/expansion.h"

namespace broadsheet {

uint64_t document_frequency_of(const Library& library, const QueryTerm& term) {
  uint64_t papers = 0;
  Bits holding;
  for (const IndexedPapers& each : library.segments()) {
    const std::vector<Expansion> expansions = expand(each.segment, term);
    if (expansions.size() == 1) {
      papers += each.segment.postings(expansions.front().term).document_frequency();
    } else if (!expansions.empty()) {
      holding.assign(each.segment.paper_count());
      for (const Expansion& expansion : expansions) each.segment.postings(expansion.term).add_to(holding);
      papers += holding.count();
    }
  }
  return papers;
}

uint64_t least_document_frequency_of(const Library& library, const QueryTerm& term) {
  uint64_t papers = 0;
  for (const IndexedPapers& each : library.segments()) {
    uint64_t most = 0;
    for (const Expansion& expansion : expand(each.segment, term))
      most = std::max<uint64_t>(most, each.segment.postings(expansion.term).document_frequency());
    papers += most;
  }
  return papers;
}

}  // namespace broadsheet
