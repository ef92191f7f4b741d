#include "core/show/explain.h"

#include <algorithm>

#include "core/query/scored_terms.h"

namespace broadsheet {
namespace {

TermExplanation explain_term(const Segment& segment, uint32_t paper, const QueryTerm& term,
                             FieldMask fields) {
  TermExplanation explanation{term.text, 0, 0, 0, 0, 0, {}};
  for (const Expansion& expansion : expand(segment, term)) {
    segment.postings(expansion.term).for_each([&](uint32_t each, OccurrenceId id) {
      if (each != paper) return;
      const Occurrence& occurrence = segment.occurrence(id);
      for (size_t field = 0; field < kSearchFieldCount; ++field) {
        const uint32_t frequency = occurrence.frequencies[field];
        if (frequency == 0 || (fields >> field & 1) == 0) continue;
        const float weighted =
            weight_of(expansion.kind) * kFieldWeights[field] * static_cast<float>(frequency);
        explanation.words.push_back({std::string(segment.term(expansion.term)), expansion.kind,
                                     static_cast<SearchField>(field), frequency, weighted});
        explanation.weighted += weighted;
      }
    });
  }
  return explanation;
}

const IndexedPapers& segment_of(const Library& library, PaperOrdinal paper) {
  const auto& segments = library.segments();
  return *std::prev(std::upper_bound(
      segments.begin(), segments.end(), paper,
      [](PaperOrdinal wanted, const IndexedPapers& each) { return wanted < each.first_paper; }));
}

// The word of the stem that most papers of one segment have.
std::string_view written(const Library& library, const std::string& stem) {
  std::string_view text;
  uint32_t most = 0;
  for (const IndexedPapers& each : library.segments()) {
    for (const Expansion& expansion : expand(each.segment, {.text = stem, .stem = stem})) {
      const auto papers = each.segment.postings(expansion.term).document_frequency();
      if (papers <= most) continue;
      most = papers;
      text = each.segment.term(expansion.term);
    }
  }
  return text;
}

}  // namespace

Explanation explain(const Library& library, ResultSet& results, uint32_t rank) {
  const Hit hit = results.hit(rank);
  const IndexedPapers& indexed = segment_of(library, hit.paper);
  const uint32_t paper = hit.paper - indexed.first_paper;
  Explanation explanation{};
  explanation.length = length_of_code(indexed.segment.length_codes()[paper]);
  explanation.mean_length = library.statistics().mean_length();
  explanation.norm = length_norm(explanation.length, explanation.mean_length);
  explanation.score = hit.score;
  for_each_scored_term(results.query(), [&](const Clause& clause, const QueryTerm& term, size_t number) {
    TermExplanation& of_term =
        explanation.terms.emplace_back(explain_term(indexed.segment, paper, term, clause.fields));
    of_term.document_frequency = results.document_frequencies()[number];
    of_term.idf = results.idf()[number];
    of_term.norm = are_lists(clause.fields) ? kSaturation : explanation.norm;
    of_term.score = of_term.idf * saturate(of_term.weighted, of_term.norm);
  });
  if (rank < kReorderedHits)
    explanation.proximity = ProximityScorer(results.query(), results.idf())
                                .score(library.text(hit.paper), WordsInFields::anywhere());
  explanation.feedback = results.feedback().of(hit.paper);
  for (const FeedbackWord& word : results.feedback().words)
    (explanation.shared += explanation.shared.empty() ? "" : ", ") += written(library, word.stem);
  return explanation;
}

}  // namespace broadsheet
