#include "core/search/similar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/order.h"
#include "core/index/terms.h"
#include "core/learned/script.h"
#include "core/learned/wording.h"
#include "core/match/ranking.h"
#include "core/match/term_frequencies.h"
#include "core/search/document_frequency.h"
#include "core/text/stemmer.h"

namespace broadsheet {
namespace {

// Stems in more than one in kCommonOneIn papers say nothing about a paper, unless the library is very small.
constexpr uint64_t kCommonOneIn = 4;
constexpr uint64_t kNeverCommon = 16;

struct Counted {
  std::string text;
  float frequency = 0;
};
using Stems = std::map<std::string, Counted, std::less<>>;

// What a hit in a field counts for. A TL;DR counts only where the papers have no abstract: it says the same
// again, and in another language it takes half of the compared stems.
constexpr FieldFactors factors_for(bool with_tldr) {
  return {.title = kSimilarTitle, .tldr = with_tldr ? 1.0f : 0.0f, .abstract = 1};
}
// Any other paper: one without abstract is found by its TL;DR.
constexpr FieldFactors kAnyPaper = factors_for(true);

Stems stems_of_paper(const Paper& paper, Stemmer& stemmer) {
  Stems stems;
  const FieldFactors factors = factors_for(!says_something(paper.text(TextField::kAbstract)));
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    const float weight = factors.of(field);
    if (weight == 0) return;
    for_each_term(text, [&](std::string_view term) {
      if (!is_telling(term)) return;
      Counted& counted = stems[std::string(stemmer.stem(term))];
      if (counted.text.empty()) counted.text = term;
      counted.frequency += weight;
    });
  });
  return stems;
}

}  // namespace

void SimilarPapers::add(const Paper& paper, bool is_here, Stemmer& stemmer, Sum& sum) const {
  const uint64_t all = library_.statistics().papers;
  std::vector<Term> terms;
  float squares = 0;
  for (auto& [stem, counted] : stems_of_paper(paper, stemmer)) {
    const uint64_t df = document_frequency_of(library_, {.text = counted.text, .stem = stem});
    if (df < (is_here ? 2u : 1u) || df > std::max(all / kCommonOneIn, kNeverCommon)) continue;
    const float idf = std::pow(inverse_document_frequency(all, df), kSimilarIdfPower);
    const float weight = (1 + std::log(counted.frequency)) * idf;
    squares += weight * weight;
    terms.push_back({std::move(counted.text), stem, weight * idf});
  }
  for (Term& term : terms) {
    term.weight /= std::sqrt(squares);
    Term& known = sum.try_emplace(term.stem, Term{term.text, term.stem, 0}).first->second;
    known.weight += term.weight;
  }
}

SimilarPapers::SimilarPapers(const Library& library, std::span<const PaperOrdinal> papers,
                             std::span<const std::string> titles)
    : library_(library), papers_(papers.begin(), papers.end()) {
  Stemmer stemmer;
  Sum sum;
  for (const PaperOrdinal paper : papers_) add(library.text(paper), true, stemmer, sum);
  for (const std::string& title : titles) {
    Paper paper;
    paper.title = title;
    add(paper, false, stemmer, sum);
  }
  for (auto& [stem, term] : sum) terms_.push_back(std::move(term));
  keep_first(terms_, kSimilarTerms, [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
  });
}

std::vector<SimilarPaper> SimilarPapers::find(size_t count) const {
  std::vector<float> scores(library_.paper_count(), 0.0f);
  std::array<float, 256> shares;
  for (size_t code = 0; code < shares.size(); ++code)
    shares[code] = 1 / std::sqrt(1 + length_of_code(static_cast<uint8_t>(code)));
  for (const IndexedPapers& each : library_.segments()) {
    TermFrequencies frequencies(each.segment, kAnyPaper);
    const std::span<const uint8_t> lengths = each.segment.length_codes();
    for (const Term& term : terms_) {
      frequencies.find({.text = term.text, .stem = term.stem});
      for (const uint32_t paper : frequencies.papers())
        scores[each.first_paper + paper] +=
            term.weight * (1 + std::log(frequencies[paper])) * shares[lengths[paper]];
    }
  }
  const Works& works = library_.works();
  const auto is_given = [&](WorkId work) {
    return std::any_of(papers_.begin(), papers_.end(),
                       [&](PaperOrdinal paper) { return works.work_of(paper) == work; });
  };
  std::vector<SimilarPaper> found;
  for (PaperOrdinal paper = 0; paper < scores.size(); ++paper) {
    const WorkId work = works.work_of(paper);
    if (scores[paper] > 0 && works.first(work) == paper && !is_given(work))
      found.push_back({paper, scores[paper]});
  }
  keep_first(found, count, [](const SimilarPaper& a, const SimilarPaper& b) { return a.score > b.score; });
  return found;
}

std::vector<std::string> SimilarPapers::shared_with(PaperOrdinal other, size_t most) const {
  const Paper& paper = library_.text(other);
  std::vector<std::string_view> texts;
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    if (kAnyPaper.of(field) > 0) texts.push_back(text);
  });
  const auto weight_of = [&](std::string_view stem) {
    const auto found =
        std::find_if(terms_.begin(), terms_.end(), [&](const Term& term) { return term.stem == stem; });
    return found == terms_.end() ? 0.0f : found->weight;
  };
  std::vector<std::string> words;
  for (Wording& wording : word_terms(texts, weight_of, most)) words.push_back(std::move(wording.text));
  return words;
}

std::vector<SimilarPaper> similar_papers(const Library& library, PaperOrdinal ordinal, size_t count) {
  return SimilarPapers(library, std::span(&ordinal, 1)).find(count);
}

}  // namespace broadsheet
