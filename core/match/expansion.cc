#include "core/match/expansion.h"

#include <algorithm>
#include <optional>

namespace broadsheet {

std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term) {
  std::vector<Expansion> expansions;
  const std::optional<TermId> exact = segment.find_term(term.text);
  if (exact) expansions.push_back({*exact, MatchKind::kExact});
  if (!term.stem.empty()) {
    const std::span<const TermId> group = segment.terms_of_stem(term.stem);
    for (const TermId id : group) {
      if (id != exact) expansions.push_back({id, MatchKind::kStem});
    }
    // A word that is the only one of its stem, and equal to it, is in no group.
    if (group.empty() && term.stem != term.text && term.stem_is_word) {
      if (const auto id = segment.find_term(term.stem)) expansions.push_back({*id, MatchKind::kStem});
    }
  }
  const auto ids_of_expansions = [&] {
    std::vector<TermId> ids(expansions.size());
    std::transform(expansions.begin(), expansions.end(), ids.begin(),
                   [](const Expansion& each) { return each.term; });
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  if (term.typo) {
    const std::vector<TermId> known = ids_of_expansions();
    for (const TermId id : segment.terms_near(term.text)) {
      if (!std::binary_search(known.begin(), known.end(), id)) expansions.push_back({id, MatchKind::kTypo});
    }
  }
  if (!term.prefix) return expansions;
  // A prefix adds a single range, and both lists ascend.
  const std::vector<TermId> known = ids_of_expansions();
  const auto [first, last] = segment.terms_with_prefix(term.text);
  expansions.reserve(known.size() + last - first);
  auto next_known = std::lower_bound(known.begin(), known.end(), first);
  for (TermId id = first; id < last; ++id) {
    if (next_known != known.end() && *next_known == id) {
      ++next_known;
      continue;
    }
    // A single ideograph matches exactly inside a pair, too.
    expansions.push_back({id, term.ideographs ? MatchKind::kExact : MatchKind::kPrefix});
  }
  return expansions;
}

}  // namespace broadsheet
