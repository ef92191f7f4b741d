#include "core/search/hidden_sets.h"

#include <algorithm>

#include "core/text/fold.h"

namespace broadsheet {
namespace {

bool names_set(const Query& query, const std::string& name) {
  return std::any_of(query.clauses.begin(), query.clauses.end(), [&](const Clause& clause) {
    return clause.kind == Clause::Kind::kSet && clause.value == name;
  });
}

}  // namespace

std::vector<const WorkSet*> hidden_sets(const Library& library, const SearchRequest& request,
                                        const Query& query) {
  std::vector<const WorkSet*> sets;
  for (const std::string& name : request.hidden_sets) {
    const WorkSet* set = library.find_set(name);
    const auto is_chosen = std::find(request.sets.begin(), request.sets.end(), name) != request.sets.end();
    if (set != nullptr && !set->empty() && !is_chosen && !names_set(query, fold(name))) sets.push_back(set);
  }
  return sets;
}

}  // namespace broadsheet
