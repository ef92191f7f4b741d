#include "core/search/similar.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/index/terms.h"
#include "core/match/ranking.h"
#include "core/search/spelling.h"

namespace broadsheet {
namespace {

struct TellingTerm {
  std::string text;
  float idf;
  float value;  // saturated weight in the paper · idf
};

// Terms in more than one in kCommonOneIn papers say nothing about this one, unless the library is very small.
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
  const bool summarized = says_something(paper.text(TextField::kTldr));
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    const bool is_summary = field == (summarized ? SearchField::kTldr : SearchField::kAbstract);
    if (field == SearchField::kTitle || is_summary) add(field, text);
  });
  const uint64_t papers = library.statistics().papers;
  std::vector<TellingTerm> terms;
  for (const auto& [text, weight] : weights) {
    const uint64_t df = document_frequency_of(library, text);
    if (df < 2 || df > std::max(papers / kCommonOneIn, kNeverCommon)) continue;
    const float idf = inverse_document_frequency(papers, df);
    terms.push_back({text, idf, saturate(weight, kSaturation) * idf});
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
      each.segment.postings(*id).for_each([&](uint32_t paper, OccurrenceId occurrence) {
        scores[each.first_paper + paper] +=
            term.value * term.idf * saturate(weights[occurrence], norms[lengths[paper]]);
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
