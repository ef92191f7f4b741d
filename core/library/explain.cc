#include "core/library/explain.h"

namespace broadsheet {

std::vector<TermExplanation> explain(const Library& library, const ResultSet& results, PaperOrdinal ordinal) {
  const PaperRef ref = library.paper(ordinal);
  const Segment& segment = ref.volume.segment;
  std::vector<TermExplanation> terms;
  for (const Clause& clause : results.query().clauses) {
    if (clause.negated) continue;
    for (const QueryTerm& term : clause.terms) {
      const uint64_t df = results.document_frequencies()[terms.size()];
      TermExplanation explanation{term.text, df, inverse_document_frequency(library.paper_count(), df),
                                  0,         0,  {}};
      for (const Expansion& expansion : expand(segment, term)) {
        segment.for_each_posting_of(expansion.term, [&](uint32_t paper, uint32_t field, uint32_t frequency) {
          if (paper != ref.index || (clause.fields >> field & 1) == 0) return;
          const uint32_t length = segment.lengths(paper)[field];
          const float mean = library.averages().mean(field);
          const float weighted =
              kMatchKindWeights[static_cast<size_t>(expansion.kind)] *
              weighted_frequency(field, static_cast<float>(frequency), static_cast<float>(length), mean);
          explanation.fields.push_back({std::string(segment.term(expansion.term)), expansion.kind,
                                        static_cast<SearchField>(field), frequency, length, mean, weighted});
          explanation.weighted += weighted;
        });
      }
      explanation.score = explanation.idf * saturate(explanation.weighted);
      terms.push_back(std::move(explanation));
    }
  }
  return terms;
}

}  // namespace broadsheet
