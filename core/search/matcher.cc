#include "core/search/matcher.h"

#include <algorithm>

#include "core/search/phrase.h"
#include "core/text/fold.h"

namespace broadsheet {
namespace {

bool has_category(const Paper& paper, std::string_view wanted) {
  const bool whole_archive = wanted.ends_with(".*");
  const std::string_view archive = whole_archive ? wanted.substr(0, wanted.size() - 2) : wanted;
  return std::any_of(paper.categories.begin(), paper.categories.end(), [&](std::string_view category) {
    const std::string folded = fold(category);
    if (folded == archive) return true;
    return (whole_archive || archive.find('.') == std::string_view::npos) && folded.size() > archive.size() &&
           folded.starts_with(archive) && folded[archive.size()] == '.';
  });
}

// Requires: a clause without terms, or whose terms all occur in the paper.
bool satisfies(const Paper& paper, const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::kText:
      return clause.phrase.empty() || contains_phrase(paper, clause);
    case Clause::Kind::kCategory:
      return has_category(paper, clause.value);
    case Clause::Kind::kId:
      return !paper.arxiv_id.empty() && fold(paper.arxiv_id.id).starts_with(clause.value);
  }
  return false;
}

}  // namespace

std::vector<Expansion> expand(const Segment& segment, const QueryTerm& term) {
  std::vector<Expansion> expansions;
  const auto add = [&](TermId id, MatchKind kind) {
    const auto same = [&](const Expansion& known) { return known.term == id; };
    if (std::none_of(expansions.begin(), expansions.end(), same)) expansions.push_back({id, kind});
  };
  if (const auto id = segment.find_term(term.text)) add(*id, MatchKind::kExact);
  if (!term.stem.empty()) {
    // A word that is its own stem is not listed under it.
    if (const auto id = segment.find_term(term.stem); id && Stemmer().stem(term.stem) == term.stem)
      add(*id, MatchKind::kStem);
    segment.for_each_term_of_stem(term.stem, [&](TermId id) { add(id, MatchKind::kStem); });
  }
  if (!term.prefix) return expansions;
  // All that a prefix adds is one range; what stands in it already is a handful.
  const size_t known = expansions.size();
  const auto [first, last] = segment.terms_with_prefix(term.text);
  for (TermId id = first; id < last; ++id) {
    const auto same = [&](const Expansion& expansion) { return expansion.term == id; };
    const auto known_end = expansions.begin() + static_cast<std::ptrdiff_t>(known);
    if (std::any_of(expansions.begin(), known_end, same)) continue;
    // A single ideograph is found in pairs no less than alone.
    expansions.push_back({id, term.ideographs ? MatchKind::kExact : MatchKind::kPrefix});
  }
  return expansions;
}

size_t scored_term_count(const Query& query) {
  size_t count = 0;
  for (const Clause& clause : query.clauses) count += clause.negated ? 0 : clause.terms.size();
  return count;
}

void Matcher::add_term(const Segment& segment, const QueryTerm& term, FieldMask fields,
                       const FieldAverages& averages, float* weights) {
  for (const Expansion& expansion : expand(segment, term)) {
    const float kind_weight = kMatchKindWeights[static_cast<size_t>(expansion.kind)];
    segment.for_each_posting_of(expansion.term, [&](uint32_t paper, uint32_t field, uint32_t frequency) {
      if ((fields >> field & 1) == 0) return;
      const auto length = static_cast<float>(segment.lengths(paper)[field]);
      weights[paper] += kind_weight * weighted_frequency(field, static_cast<float>(frequency), length,
                                                         averages.mean(field));
    });
  }
}

SegmentMatches Matcher::match(const Segment& segment, std::span<const Paper> papers, const Query& query,
                              const FieldAverages& averages) {
  const size_t paper_count = segment.paper_count();
  const size_t scored = scored_term_count(query);
  SegmentMatches matches;
  weights_.assign(scored * paper_count, 0.0f);
  excluded_.assign(paper_count, 0);
  std::vector<float> negated_weights;
  std::vector<uint8_t> has_all;
  size_t scored_index = 0;
  for (const Clause& clause : query.clauses) {
    if (clause.negated) has_all.assign(paper_count, 1);
    for (const QueryTerm& term : clause.terms) {
      float* weights = weights_.data() + scored_index * paper_count;
      if (clause.negated) {
        negated_weights.assign(paper_count, 0.0f);
        weights = negated_weights.data();
      }
      add_term(segment, term, clause.fields, averages, weights);
      if (clause.negated) {
        for (size_t i = 0; i < paper_count; ++i) has_all[i] &= static_cast<uint8_t>(weights[i] > 0);
        continue;
      }
      uint32_t document_frequency = 0;
      for (size_t i = 0; i < paper_count; ++i) {
        document_frequency += weights[i] > 0 ? 1 : 0;
        excluded_[i] |= static_cast<uint8_t>(!(weights[i] > 0));
      }
      matches.document_frequencies.push_back(document_frequency);
      ++scored_index;
    }
    if (clause.negated) {
      for (size_t i = 0; i < paper_count; ++i) {
        if (has_all[i] && !excluded_[i] && satisfies(papers[i], clause)) excluded_[i] = 1;
      }
    }
  }
  for (size_t i = 0; i < paper_count; ++i) {
    if (excluded_[i]) continue;
    const auto holds = [&](const Clause& clause) { return clause.negated || satisfies(papers[i], clause); };
    if (!std::all_of(query.clauses.begin(), query.clauses.end(), holds)) continue;
    matches.papers.push_back(static_cast<uint32_t>(i));
    for (size_t term = 0; term < scored; ++term) matches.weights.push_back(weights_[term * paper_count + i]);
  }
  return matches;
}

}  // namespace broadsheet
