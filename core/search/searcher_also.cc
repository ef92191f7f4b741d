// What a search finds by learned words.
#include <algorithm>

#include "core/learned/learned_scorer.h"
#include "core/learned/sources.h"
#include "core/search/hidden_sets.h"
#include "core/search/searcher.h"

namespace broadsheet {

// Built small; inlined into the search, which is built for speed, it would take 0.8 kB more.
[[gnu::noinline]] void Searcher::find_also(const SearchRequest& request, const FacetFilter& filter,
                                           ResultSet& result) {
  const std::vector<SourceTerm> sources = sources_of(result.query_, request.text);
  if (sources.empty()) return;
  const std::vector<LearnedWord> words = learned_.associator().learn(sources, request.not_learned);
  const ForwardIndex& index = learned_.index();
  for (const LearnedWord& word : words)
    result.learned_.push_back(
        {std::string(index.written(word.term)), std::string(index.stem(word.term)), word.weight});
  if (words.empty()) return;
  const Works& works = library_.works();
  std::vector<bool> is_found(works.count());
  for (const Hit& hit : result.hits_) is_found[works.work_of(hit.paper)] = true;
  const std::vector<const WorkSet*> sets = hidden_sets(library_, request, result.query_);
  const auto is_hidden = [&](WorkId work) {
    return std::any_of(sets.begin(), sets.end(), [&](const WorkSet* set) { return set->contains(work); });
  };
  const Query rest = without_sources(result.query_, request.text);
  if (!rest.empty()) match(rest);
  const std::span<const uint32_t> places = library_.facets().places_of_days();
  const auto place_of = [&](PaperOrdinal paper) {
    const uint64_t day = places.size() - 1 - places[library_.facets().day_of(paper)];
    return day << 32 | paper;
  };
  // The best appearance of each work that the other words and the filters allow.
  std::vector<Hit> best(works.count(), Hit{Works::kNoPaper, 0, 0});
  const std::vector<float> scores = score_learned(library_, index, words);
  float most = 0;
  for (PaperOrdinal paper = 0; paper < scores.size(); ++paper) {
    const WorkId work = works.work_of(paper);
    if (scores[paper] <= best[work].score || is_found[work] || is_hidden(work)) continue;
    if ((!rest.empty() && !is_match(paper)) || !filter.of(paper).none()) continue;
    best[work] = {paper, scores[paper], place_of(paper)};
    most = std::max(most, scores[paper]);
  }
  for (const Hit& hit : best) {
    if (hit.score > 0 && hit.score >= kLeastAlsoShare * most) result.also_.push_back(hit);
  }
  const auto kept =
      result.also_.begin() + static_cast<std::ptrdiff_t>(std::min(kMostAlso, result.also_.size()));
  std::partial_sort(result.also_.begin(), kept, result.also_.end(), ranks_before);
  result.also_.erase(kept, result.also_.end());
}

}  // namespace broadsheet
