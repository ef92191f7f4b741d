// result_set.h: the answer to one search: hits in order, and counts for every facet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/search/query.h"

namespace broadsheet {

enum class Order : uint8_t {
  kRelevance,  // best score first; without scored words as kNewest
  kDigest,     // oldest day first, each as its digest stands
  kNewest,     // newest day first, each as its digest stands
};

// Within one facet any of the values, between facets all of them.
struct SearchRequest {
  std::string text = {};
  bool typing = false;
  std::vector<std::string> categories = {};
  std::vector<std::string> days = {};
  std::vector<std::string> authors = {};
  bool without_summary = false;  // only papers whose summary is missing or says that there is none
  Order order = Order::kRelevance;
};

// One for each work: its best appearance that matches and passes the filters.
struct Hit {
  PaperOrdinal paper;
  float score;     // 0 where the query scores nothing
  uint64_t place;  // by day, newest or oldest first as the order says; decides between equal scores
};

struct FacetCount {
  FacetId value;
  uint32_t count;
};

// Counts of works. Those of a facet leave its own selection aside, so that a second value can be added to it;
// a work that appears on two days counts for both.
struct FacetCounts {
  std::vector<uint32_t> categories;  // of each of FacetColumns::categories()
  std::vector<uint32_t> days;        // of each of FacetColumns::days()
  // Most papers first, of equal ones who has more in the library, then who appeared first; at most
  // kMaxAuthors, the selected ones in any case.
  std::vector<FacetCount> authors;
  uint32_t without_summary = 0;
};
inline constexpr size_t kMaxAuthors = 60;

class ResultSet {
 public:
  const Query& query() const { return query_; }
  uint32_t total() const { return static_cast<uint32_t>(hits_.size()); }
  const FacetCounts& facets() const { return facets_; }
  // Of each scored term, over the whole library.
  const std::vector<uint64_t>& document_frequencies() const { return document_frequencies_; }
  // Of each scored term; empty unless by_score().
  std::span<const float> idf() const { return idf_; }
  // Whether hits stand by their score, and the best of them by the order of words too (proximity.h).
  bool by_score() const { return by_score_; }

  // Hit number `rank`, from 0. Requires: rank < total(). Sorts no further than it must: the first page costs
  // nothing more, all of them O(hits log hits) once.
  const Hit& hit(uint32_t rank);

  // The rank of the hit that is the paper or another appearance of its work, or total(). Cost: O(hits).
  uint32_t rank_of(const Library& library, PaperOrdinal paper) const;

 private:
  friend class Searcher;

  Query query_;
  bool by_score_ = false;
  std::vector<Hit> hits_;
  uint32_t sorted_ = 0;  // hits that stand in their order; none of the others ranks before them
  FacetCounts facets_;
  std::vector<uint64_t> document_frequencies_;
  std::vector<float> idf_;
};

// Sorts by score, then by place.
bool ranks_before(const Hit& a, const Hit& b);

}  // namespace broadsheet
