// proximity.h: what word order adds to a score: adjacent query words, titles equal to the query, and the
// family name of the first author.
//
// After Metzler, Croft: A Markov random field model for term dependencies (SIGIR 2005): words adjacent in the
// query that are adjacent in the text, in the same order, count in addition to the single words. The index
// has no positions: the texts of the best hits are read instead.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"
#include "core/match/openings.h"
#include "core/match/words_in_fields.h"
#include "core/query/query.h"
#include "core/text/stemmer.h"

namespace broadsheet {

// How many of the best hits by BM25F are read and reordered: one screen of the list. With 50 this took half
// the time of a query, and known items do not need it (docs/ranking.md).
inline constexpr uint32_t kReorderedHits = 20;

// For two adjacent words of the query, times the smaller of their inverse document frequencies, >= 0.
inline constexpr float kPairInTitle = 0.5f;
inline constexpr float kPairInSummary = 0.4f;
// For a title, times the squared share of its words that the query names. Function words count only if it
// names them.
inline constexpr float kTitleCoverage = 2.0f;
// For the family name of the first author, by which papers are cited, times its inverse document frequency.
// Without it, known items with an author's name reach 0.970 instead of 0.990 (docs/ranking.md).
inline constexpr float kFirstAuthor = 1.0f;
// For a title that has all words of the query and no others: above everything else.
inline constexpr float kExactTitle = 1000.0f;

struct Proximity {
  float pairs = 0;
  float title = 0;
  float first_author = 0;
  float total() const { return pairs + title + first_author; }
};

class ProximityScorer {
 public:
  // `idf`: one per scored term. Both arguments must outlive this.
  ProximityScorer(const Query& query, std::span<const float> idf);

  // `words`: the fields in which the paper has each word. Cost: O(text of the title and the summary), each
  // read only if it has words of the query.
  Proximity score(const Paper& paper, WordsInFields words);

 private:
  struct Word {
    const QueryTerm* term;
    float idf;
    FieldMask fields;
  };
  // Sets of query words: bit i is word i. In sets of pairs, bit i is the pair of words i - 1 and i.
  using WordSet = uint64_t;
  static_assert(kMaxQueryTerms <= 64);
  struct Scan {
    size_t terms = 0;        // in the text
    size_t named = 0;        // of these, how many the query names
    size_t passed_over = 0;  // in a title: function words that it does not name
    WordSet seen = 0;
    WordSet pairs = 0;
  };
  Scan scan(std::string_view text, bool is_title = false);
  bool is(const QueryTerm& term, std::string_view text, bool ideographs);
  float weight_of_pairs(WordSet pairs) const;
  float weight_of_first_author(std::string_view name) const;

  std::vector<Word> words_;  // of the query, in order, without alternatives
  // Quick tests that rule out most terms of a text.
  Openings openings_;
  std::bitset<256> ideograph_openings_;
  Stemmer stemmer_;
};

}  // namespace broadsheet
