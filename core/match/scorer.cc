#include "core/match/scorer.h"

#include <algorithm>
#include <utility>

namespace broadsheet {
namespace {

// With more expansions (a short prefix) the fields are not recorded: that takes longer than reading the best
// hits.
constexpr size_t kFewExpansions = 16;

// Calls visit(rank, weight, occurrence id) for each of `papers` that holds the expansion: its rank among
// them, and its contribution to the term's weight.
template <typename Visit>
void for_each_weight(const Segment& segment, const TermMatches& term, const Expansion& expansion,
                     const RankedBits& papers, Visit&& visit) {
  const float kind_weight = weight_of(expansion.kind);
  const PostingList list = segment.postings(expansion.term);
  if (term.fields == kAllFields) {
    const std::span<const float> weights = segment.weights();
    list.for_each_in(papers,
                     [&](uint32_t rank, OccurrenceId id) { visit(rank, kind_weight * weights[id], id); });
  } else {
    list.for_each_in(papers, [&](uint32_t rank, OccurrenceId id) {
      visit(rank, kind_weight * segment.occurrence(id).weight_in(term.fields), id);
    });
  }
}

}  // namespace

void Scorer::score(const Segment& segment, const SegmentMatches& matches, std::span<const float> idf,
                   const LengthNorms& norms, std::span<PaperScore> scores) {
  std::fill(scores.begin(), scores.end(), PaperScore{});
  const RankedBits& papers = matches.papers;
  norms_.resize(scores.size());
  weights_.resize(std::max(weights_.size(), scores.size()), 0.0f);
  for (size_t i = 0; i < scores.size(); ++i) norms_[i] = norms[segment.length_codes()[papers.members()[i]]];
  for (size_t t = 0; t < matches.scored.size(); ++t) {
    const TermMatches& term = matches.scored[t];
    const float term_idf = idf[t];
    const bool in_lists = are_lists(term.fields);
    const uint32_t place = WordsInFields::place_of(t);
    const auto add = [&](size_t i, float weight) {
      scores[i].score += term_idf * saturate(weight, in_lists ? kSaturation : norms_[i]);
    };
    if (term.expansions.size() == 1) {
      for_each_weight(segment, term, term.expansions.front(), papers,
                      [&](uint32_t i, float weight, OccurrenceId id) {
                        add(i, weight);
                        scores[i].words.add(place, segment.fields_of(id));
                      });
      continue;
    }
    const bool tells_fields = term.expansions.size() <= kFewExpansions;
    const auto add_weight = [&](uint32_t i, float weight, OccurrenceId) { weights_[i] += weight; };
    const auto add_weight_and_fields = [&](uint32_t i, float weight, OccurrenceId id) {
      weights_[i] += weight;
      scores[i].words.add(place, segment.fields_of(id));
    };
    for (const Expansion& expansion : term.expansions) {
      if (tells_fields)
        for_each_weight(segment, term, expansion, papers, add_weight_and_fields);
      else
        for_each_weight(segment, term, expansion, papers, add_weight);
    }
    for (size_t i = 0; i < scores.size(); ++i) {
      add(i, std::exchange(weights_[i], 0.0f));
      if (!tells_fields) scores[i].words.add(place, kAllFields);
    }
  }
}

}  // namespace broadsheet
