// association.h: which words of other scripts go with the words of a query, by the papers that have both.
//
// Every paper with texts in two languages says the same twice. For each source term (a word's stem, a pair of
// ideographs, two neighbouring words of an alphabet):
//
//   rows     the newest kNewestRows bilingual works that hold it (forward_index.h)
//   k        in how many of them a term of another script is
//   E        how many would be expected: rows · bilingual works with the term / bilingual works
//   kept     k >= 2 and k > 1.5 E; of these the kKeptOfSource with the highest log-likelihood ratio
//            G² = 2 Σ over the four cells  observed · ln(observed / expected)
//            (Dunning: Accurate methods for the statistics of surprise and coincidence, 1993)
//   weight   G² / Σ G² of the kept · √idf(source term)
//
// Weights are added over source terms; the kKept words with the highest are learned. Nothing is trained
// beforehand: what a new digest says counts at once. No language is named: scripts tell them apart, so two
// languages of one script are not.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/learned/forward_index.h"
#include "core/learned/log_likelihood.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr size_t kNewestRows = 200;
inline constexpr size_t kKeptOfSource = 6;
inline constexpr size_t kKeptLearned = 32;

// What a word of the query was looked up by.
struct SourceTerm {
  std::string text;  // folded
  std::string stem;  // empty: only `text` itself
};

struct LearnedWord {
  ForwardIndex::Term term;
  float weight;  // > 0
};

// Reuses its memory from one query to the next.
class Associator {
 public:
  // Both must outlive this, and `index` be made of the library as it is.
  Associator(const Library& library, const ForwardIndex& index)
      : library_(library), index_(index), surprise_(index.bilingual_count()) {}

  // The words that go with the source terms, the highest weight first, then by text. `excluded`: stems that
  // are not to be learned. Two sources that follow one another and are words of an alphabet are also looked
  // up as a pair: in works that have both. Cost: O(postings of the sources + sources · (kNewestRows · terms
  // of a work + terms of the library)).
  std::vector<LearnedWord> learn(std::span<const SourceTerm> sources, std::span<const std::string> excluded);

  // The bilingual works that have both the source term and the learned one, the newest first; at most `most`.
  std::vector<ForwardIndex::Row> witnesses(const SourceTerm& source, ForwardIndex::Term term,
                                           size_t most) const;

  size_t byte_count() const {
    return surprise_.byte_count() + (counts_.capacity() + touched_.capacity()) * sizeof(uint32_t);
  }

 private:
  using Row = ForwardIndex::Row;
  using Term = ForwardIndex::Term;

  // Adds what goes with the works that hold a source of this script.
  void add(const Bits& holding, Script script, std::vector<float>& weights);

  const Library& library_;
  const ForwardIndex& index_;
  LogLikelihood surprise_;
  std::vector<uint32_t> counts_;  // by term, zero between calls
  std::vector<Term> touched_;
};

}  // namespace broadsheet
