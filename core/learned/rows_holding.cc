#include "core/learned/rows_holding.h"

#include <string>

#include "core/match/expansion.h"

namespace broadsheet {

Bits rows_holding(const Library& library, const ForwardIndex& index, std::string_view word,
                  std::string_view stem) {
  Bits rows(index.row_count());
  const QueryTerm term{.text = std::string(word), .stem = std::string(stem)};
  const Works& works = library.works();
  for (const IndexedPapers& each : library.segments()) {
    for (const Expansion& expansion : expand(each.segment, term)) {
      each.segment.postings(expansion.term).for_each([&](uint32_t paper, OccurrenceId id) {
        if (!are_lists(each.segment.fields_of(id)))
          rows.set(index.row_of(works.work_of(each.first_paper + paper)));
      });
    }
  }
  return rows;
}

}  // namespace broadsheet
