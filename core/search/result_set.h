// result_set.h: the answer to one search: hits in order, and counts for every facet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/query/query.h"
#include "core/search/facet_counts.h"
#include "core/search/feedback.h"
#include "core/search/hit.h"

namespace broadsheet {

class Library;
class WorkSet;

// A word that was learned for the query.
struct LearnedTerm {
  std::string text;  // as most papers write it, folded
  std::string stem;  // names it in SearchRequest::not_learned
  float weight;      // > 0; of all, the highest first
};

// At most so many papers are found by learned words: beyond them, papers share a word by chance.
inline constexpr size_t kMostAlso = 100;
// Nor do papers with less than this share of the best one's score count.
inline constexpr float kLeastAlsoShare = 0.3f;

class ResultSet {
 public:
  const Query& query() const { return query_; }
  uint32_t total() const { return static_cast<uint32_t>(hits_.size()); }
  const FacetCounts& facets() const { return facets_; }
  // Works that match and pass the filters, but are in a hidden set.
  uint32_t hidden() const { return hidden_; }
  // Works of the whole library that are in no hidden set.
  uint32_t library_works() const { return library_works_; }
  // One per scored term, over the whole library.
  const std::vector<uint64_t>& document_frequencies() const { return document_frequencies_; }
  // One per scored term; empty unless by_score().
  std::span<const float> idf() const { return idf_; }
  // Whether hits are ordered by score, the best of them also by proximity (proximity.h).
  bool by_score() const { return by_score_; }

  // What words that the best hits share added to the scores of the first ones.
  const Feedback& feedback() const { return feedback_; }

  // The words that were learned for the query; empty unless the request asked for them.
  const std::vector<LearnedTerm>& learned() const { return learned_; }
  // Works that the query does not find and the learned words do, with the request's filters, the best first.
  // They are neither hits nor counted: a view shows them after the hits or apart, and says so.
  const std::vector<Hit>& also() const { return also_; }

  // Hit number `rank`, from 0. Requires: rank < total(). Sorts only when needed: the first page costs nothing
  // more, anything after it O(hits log hits) once.
  const Hit& hit(uint32_t rank);

  // The rank of the hit for this paper or another appearance of its work; total() if there is none. Cost:
  // O(hits).
  uint32_t rank_of(const Library& library, PaperOrdinal paper) const;

  // How many of the works found are not in this set. Cost: O(hits), unsorted.
  uint32_t count_outside(const Library& library, const WorkSet& set) const;

 private:
  friend class Searcher;

  Query query_;
  bool by_score_ = false;
  std::vector<Hit> hits_;
  uint32_t sorted_ = 0;  // hits that are in order; none of the others ranks before them
  FacetCounts facets_;
  uint32_t hidden_ = 0;
  uint32_t library_works_ = 0;
  std::vector<uint64_t> document_frequencies_;
  std::vector<float> idf_;
  Feedback feedback_;
  std::vector<LearnedTerm> learned_;
  std::vector<Hit> also_;
};

}  // namespace broadsheet
