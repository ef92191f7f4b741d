// similar.h: the papers most similar to given ones or to titles, and what they have in common.
//
// Papers are compared as vectors of stems over title and abstract:
//
//   weight(stem) = (1 + ln tf) · idf ^ kSimilarIdfPower,  tf = kSimilarTitle · in the title + in the abstract
//
// A paper without abstract has its TL;DR instead. Of the given papers, only the kSimilarTerms heaviest stems
// are compared, through their postings; several papers count as the sum of their vectors, each of length 1. A
// title of which no more is known counts as a paper.
// The product is divided by the square root of the other paper's length, which stands for the length of its
// vector.
//
// Chosen on 61 days, by the recall at ten of papers that share two authors: 0.151. With a title 3 and the
// whole idf it is 0.148, with the TL;DR besides 0.142, with 40 words of title and TL;DR, as it was before,
// 0.10.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/text/stemmer.h"

namespace broadsheet {

struct SimilarPaper {
  PaperOrdinal paper;
  float score;
};

// How many stems are compared. More find nothing closer.
inline constexpr size_t kSimilarTerms = 60;
inline constexpr float kSimilarTitle = 2;
inline constexpr float kSimilarIdfPower = 0.7f;

class SimilarPapers {
 public:
  // Requires: a committed library, which must outlive this. Cost: O(text of the papers and titles).
  SimilarPapers(const Library& library, std::span<const PaperOrdinal> papers,
                std::span<const std::string> titles = {});

  // At most `count` other works, the most similar first, each by its best appearance. Cost: O(papers of the
  // library + postings of the stems).
  std::vector<SimilarPaper> find(size_t count) const;

  // What the other paper shares with the given ones, as it writes it ("draft model"), the heaviest first; at
  // most `most`. Cost: O(text of the other paper).
  std::vector<std::string> shared_with(PaperOrdinal other, size_t most) const;

 private:
  struct Term {
    std::string text;  // as most of the given papers write it
    std::string stem;
    float weight;  // of the given papers, times idf
  };
  using Sum = std::map<std::string, Term, std::less<>>;
  // `is_here`: the library has the paper, so its stems are in one paper at least.
  void add(const Paper& paper, bool is_here, Stemmer& stemmer, Sum& sum) const;

  const Library& library_;
  std::vector<PaperOrdinal> papers_;
  std::vector<Term> terms_;
};

// The same for one paper.
std::vector<SimilarPaper> similar_papers(const Library& library, PaperOrdinal ordinal, size_t count);

}  // namespace broadsheet
