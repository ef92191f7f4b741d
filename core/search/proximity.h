// proximity.h: what the order of words adds to a score: words of the query side by side, titles that are the
// query, and the name that stands first among the authors.
//
// After Metzler, Croft: A Markov random field model for term dependencies (SIGIR 2005): neighbours in the
// query that are neighbours in the text, in that order, count beside the words alone. There is no index of
// positions: the title and the summary of the best hits alone are read.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"
#include "core/search/openings.h"
#include "core/search/query.h"
#include "core/search/words_in_fields.h"
#include "core/text/stemmer.h"

namespace broadsheet {

// How many of the best hits by BM25F are read and put in order again: a screen of the list. Half the time of
// a query was spent on 50; the known items do not need them (docs/ranking.md).
inline constexpr uint32_t kReorderedHits = 20;

// For two words of the query side by side, times the smaller of their inverse document frequencies, >= 0.
inline constexpr float kPairInTitle = 0.5f;
inline constexpr float kPairInSummary = 0.4f;
// For a title times the share of its words that the query names, squared.
inline constexpr float kTitleCoverage = 2.0f;
// For the family name of the first author, by which papers are cited, times its inverse document frequency.
// Without it, known items with an author's name reach 0.970 instead of 0.990 (docs/ranking.md).
inline constexpr float kFirstAuthor = 1.0f;
// For a title all of whose words the query names, and the other way round: above everything else.
inline constexpr float kExactTitle = 1000.0f;

struct Proximity {
  float pairs = 0;
  float title = 0;
  float first_author = 0;
  float total() const { return pairs + title + first_author; }
};

class ProximityScorer {
 public:
  // `idf`: of each scored term. Both outlive this.
  ProximityScorer(const Query& query, std::span<const float> idf);

  // `words`: in which fields the paper has them. Cost: O(title and summary), where these have words of the
  // query.
  Proximity score(const Paper& paper, WordsInFields words);

 private:
  struct Word {
    const QueryTerm* term;
    float idf;
    FieldMask fields;
  };
  // Sets of words of the query: bit i is word i. Of pairs, bit i is words i - 1 and i.
  using WordSet = uint64_t;
  static_assert(kMaxQueryTerms <= 64);
  struct Scan {
    size_t terms = 0;  // of the text
    size_t named = 0;  // terms that the query names
    WordSet seen = 0;
    WordSet pairs = 0;
  };
  Scan scan(std::string_view text);
  bool is(const QueryTerm& term, std::string_view text, bool ideographs);
  float weight_of_pairs(WordSet pairs) const;
  float weight_of_first_author(std::string_view name) const;

  std::vector<Word> words_;  // of the query, in order, alternatives left out
  // Of the words: no other term of a text needs a closer look.
  Openings openings_;
  std::bitset<256> ideograph_openings_;
  Stemmer stemmer_;
};

}  // namespace broadsheet
