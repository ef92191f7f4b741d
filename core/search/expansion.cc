#include "core/search/expansion.h"

#include <algorithm>

#include "core/text/one_edit.h"

namespace broadsheet {

std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term) {
  std::vector<Expansion> expansions;
  const auto add = [&](TermId id, MatchKind kind) {
    const auto same = [&](const Expansion& known) { return known.term == id; };
    if (std::none_of(expansions.begin(), expansions.end(), same)) expansions.push_back({id, kind});
  };
  if (const auto id = segment.find_term(term.text)) add(*id, MatchKind::kExact);
  if (!term.stem.empty()) {
    const std::span<const TermId> group = segment.terms_of_stem(term.stem);
    for (const TermId id : group) add(id, MatchKind::kStem);
    // A word that is alone and its own stem is in no group.
    if (group.empty() && term.stem != term.text && term.stem_is_word) {
      if (const auto id = segment.find_term(term.stem)) add(*id, MatchKind::kStem);
    }
  }
  if (term.typo) {
    for_each_one_edit(term.text, [&](std::string_view word) {
      if (const auto id = segment.find_term(word)) add(*id, MatchKind::kTypo);
    });
  }
  if (!term.prefix) return expansions;
  // All that a prefix adds is one range; what stands in it already is a handful.
  const size_t known = expansions.size();
  const auto [first, last] = segment.terms_with_prefix(term.text);
  expansions.reserve(known + last - first);
  for (TermId id = first; id < last; ++id) {
    const auto same = [&](const Expansion& expansion) { return expansion.term == id; };
    const auto known_end = expansions.begin() + static_cast<std::ptrdiff_t>(known);
    if (std::any_of(expansions.begin(), known_end, same)) continue;
    // A single ideograph is found in pairs no less than alone.
    expansions.push_back({id, term.ideographs ? MatchKind::kExact : MatchKind::kPrefix});
  }
  return expansions;
}

}  // namespace broadsheet
