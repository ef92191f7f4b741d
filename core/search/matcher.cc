#include "core/search/matcher.h"

#include <algorithm>

#include "core/search/text_check.h"
#include "core/text/fold.h"
#include "core/text/one_edit.h"

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

bool has_feature(const PaperFacts& facts, Feature feature) {
  switch (feature) {
    case Feature::kCode:
      return facts.has_code;
    case Feature::kMath:
      return facts.has_math;
    case Feature::kSummary:
      return facts.has_summary;
  }
  return false;
}

// Requires: a clause without terms, or whose terms all occur in the paper.
bool satisfies(const MatchSource& source, uint32_t index, const Clause& clause) {
  const Paper& paper = source.papers[index];
  const PaperFacts& facts = source.facts[index];
  switch (clause.kind) {
    case Clause::Kind::kText:
      return !needs_reading(clause) || holds_in_text(paper, clause);
    case Clause::Kind::kCategory:
      return has_category(paper, clause.value);
    case Clause::Kind::kId:
      return !paper.arxiv_id.empty() && fold(paper.arxiv_id.id).starts_with(clause.value);
    case Clause::Kind::kDate:
      return clause.dates.contains(facts.date);
    case Clause::Kind::kFeature:
      return has_feature(facts, clause.feature);
    case Clause::Kind::kLanguage:
      return facts.language == clause.language;
    case Clause::Kind::kSet:
      return source.is_in_set(clause.value, index);
  }
  return false;
}

bool must_read(const QueryNode& node, const Query& query) {
  if (node.kind == QueryNode::Kind::kClause) {
    const Clause& clause = query.clauses[node.clause];
    return clause.kind == Clause::Kind::kText && needs_reading(clause);
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return must_read(child, query); });
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
  if (term.typo) {
    for_each_one_edit(term.text, [&](std::string_view word) {
      if (const auto id = segment.find_term(word)) add(*id, MatchKind::kTypo);
    });
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

void Matcher::index_clauses(const MatchSource& source, const Query& query, const FieldAverages& averages,
                            SegmentMatches& matches) {
  const size_t paper_count = source.segment.paper_count();
  weights_.assign(scored_term_count(query) * paper_count, 0.0f);
  holds_terms_.clear();
  std::vector<float> negated_weights;
  size_t scored_index = 0;
  for (const Clause& clause : query.clauses) {
    Bits& holds_all = holds_terms_.emplace_back(paper_count, true);
    for (const QueryTerm& term : clause.terms) {
      float* weights = nullptr;
      if (clause.negated) {
        negated_weights.assign(paper_count, 0.0f);
        weights = negated_weights.data();
      } else {
        weights = weights_.data() + scored_index++ * paper_count;
      }
      add_term(source.segment, term, clause.fields, averages, weights);
      uint32_t document_frequency = 0;
      for (size_t i = 0; i < paper_count; ++i) {
        if (weights[i] > 0) {
          ++document_frequency;
        } else {
          holds_all.reset(i);
        }
      }
      if (!clause.negated) matches.document_frequencies.push_back(document_frequency);
    }
  }
}

Bits Matcher::evaluate(const QueryNode& node, const MatchSource& source, const Query& query,
                       const Bits& candidates) {
  switch (node.kind) {
    case QueryNode::Kind::kClause: {
      const Clause& clause = query.clauses[node.clause];
      Bits found = holds_terms_[node.clause];
      found &= candidates;
      if (clause.kind == Clause::Kind::kText && !needs_reading(clause)) return found;
      const Bits held = found;
      held.for_each([&](size_t i) {
        if (!satisfies(source, static_cast<uint32_t>(i), clause)) found.reset(i);
      });
      return found;
    }
    case QueryNode::Kind::kAll: {
      Bits left = candidates;
      // What the index answers alone first: it leaves fewer papers to read.
      for (const bool reading : {false, true}) {
        for (const QueryNode& child : node.children) {
          if (must_read(child, query) == reading) left = evaluate(child, source, query, left);
        }
      }
      return left;
    }
    case QueryNode::Kind::kAny: {
      Bits found(candidates.size());
      for (const QueryNode& child : node.children) found |= evaluate(child, source, query, candidates);
      return found;
    }
    case QueryNode::Kind::kNot: {
      Bits left = candidates;
      left -= evaluate(node.children.front(), source, query, candidates);
      return left;
    }
  }
  return candidates;
}

SegmentMatches Matcher::match(const MatchSource& source, const Query& query, const FieldAverages& averages) {
  const size_t paper_count = source.segment.paper_count();
  SegmentMatches matches;
  index_clauses(source, query, averages, matches);
  const size_t scored = matches.document_frequencies.size();
  evaluate(query.root, source, query, Bits(paper_count, true)).for_each([&](size_t i) {
    matches.papers.push_back(static_cast<uint32_t>(i));
    for (size_t term = 0; term < scored; ++term) matches.weights.push_back(weights_[term * paper_count + i]);
  });
  return matches;
}

}  // namespace broadsheet
