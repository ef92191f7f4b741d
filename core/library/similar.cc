#include "core/library/similar.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/search/ranking.h"
#include "core/search/terms.h"

namespace broadsheet {
namespace {

struct TellingTerm {
  std::string text;
  float weight;  // in the paper
  uint64_t document_frequency;
  float value;  // weight · idf
};

// Terms in more papers than one in kCommonOneIn say nothing about this one, unless there are hardly any
// papers.
constexpr uint64_t kCommonOneIn = 4;
constexpr uint64_t kNeverCommon = 16;

std::vector<TellingTerm> telling_terms(const Library& library, const Paper& paper) {
  std::map<std::string, float, std::less<>> weights;
  const auto add = [&](SearchField field, std::string_view text) {
    for_each_term(text, [&](std::string_view term) {
      if (term.size() < 2) return;
      const auto known = weights.find(term);
      (known == weights.end() ? weights.emplace(term, 0.0f).first : known)->second +=
          kFieldWeights[static_cast<size_t>(field)];
    });
  };
  const auto& tldr = paper.text(TextField::kTldr);
  const bool summarized = tldr && !is_failure_text(*tldr);
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    const bool is_summary = field == (summarized ? SearchField::kTldr : SearchField::kAbstract);
    if (field == SearchField::kTitle || is_summary) add(field, text);
  });
  const uint64_t papers = library.statistics().papers;
  std::vector<TellingTerm> terms;
  for (const auto& [text, weight] : weights) {
    uint64_t df = 0;
    for (const IndexedPapers& each : library.segments()) {
      if (const auto id = each.segment.find_term(text)) df += each.segment.postings(*id).document_frequency();
    }
    if (df < 2 || df > std::max(papers / kCommonOneIn, kNeverCommon)) continue;
    const float idf = inverse_document_frequency(papers, df);
    terms.push_back({text, weight, df, weight / (kSaturation + weight) * idf});
  }
  const auto kept = terms.begin() + std::min<std::ptrdiff_t>(kSimilarTerms, std::ssize(terms));
  std::partial_sort(terms.begin(), kept, terms.end(), [](const TellingTerm& a, const TellingTerm& b) {
    return a.value != b.value ? a.value > b.value : a.text < b.text;
  });
  terms.erase(kept, terms.end());
  return terms;
}

}  // namespace

std::vector<SimilarPaper> similar_papers(const Library& library, PaperOrdinal ordinal, size_t count) {
  const std::vector<TellingTerm> terms = telling_terms(library, library.text(ordinal));
  const LengthNorms norms(library.statistics());
  std::vector<float> scores(library.paper_count(), 0.0f);
  for (const IndexedPapers& each : library.segments()) {
    const std::span<const float> weights = each.segment.weights();
    const std::span<const uint8_t> lengths = each.segment.length_codes();
    for (const TellingTerm& term : terms) {
      const auto id = each.segment.find_term(term.text);
      if (!id) continue;
      const float idf = inverse_document_frequency(library.statistics().papers, term.document_frequency);
      each.segment.postings(*id).for_each([&](uint32_t paper, OccurrenceId occurrence) {
        scores[each.first_paper + paper] +=
            term.value * idf * saturate(weights[occurrence], norms[lengths[paper]]);
      });
    }
  }
  const Works& works = library.works();
  std::vector<SimilarPaper> found;
  for (PaperOrdinal paper = 0; paper < scores.size(); ++paper) {
    const WorkId work = works.work_of(paper);
    if (scores[paper] > 0 && works.first(work) == paper && work != works.work_of(ordinal))
      found.push_back({paper, scores[paper]});
  }
  const auto kept = found.begin() + std::min(static_cast<std::ptrdiff_t>(count), std::ssize(found));
  std::partial_sort(found.begin(), kept, found.end(), [](const SimilarPaper& a, const SimilarPaper& b) {
    return a.score != b.score ? a.score > b.score : a.paper < b.paper;
  });
  found.erase(kept, found.end());
  return found;
}

}  // namespace broadsheet
