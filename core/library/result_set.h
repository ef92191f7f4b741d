// result_set.h: the answer to one search: hits in order, and counts for every facet.
#pragma once

#include <cstdint>
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
  std::string_view value;
  uint32_t count;
};

// Counts of works. Those of a facet leave its own selection aside, so that a second value can be added to it;
// a work that appears on two days counts for both.
struct FacetCounts {
  std::vector<FacetCount> categories;  // every one of the library, in the order of the tables of contents
  std::vector<FacetCount> days;        // every one of the library, newest first
  std::vector<FacetCount> authors;  // most papers first, at most kMaxAuthors, the selected ones in any case
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

  // Hit number `rank`, from 0. Requires: rank < total(). Sorts no further than it must: the first page costs
  // O(hits), all of them O(hits log hits) once.
  const Hit& hit(uint32_t rank);

  // The rank of the hit that is the paper or another appearance of its work, or total(). Cost: O(hits).
  uint32_t rank_of(const Library& library, PaperOrdinal paper) const;

 private:
  friend class SearchRun;

  Query query_;
  bool by_score_ = false;
  std::vector<Hit> hits_;
  uint32_t sorted_ = 0;
  FacetCounts facets_;
  std::vector<uint64_t> document_frequencies_;
};

// Cost: O(postings of the query's terms + papers that match); for phrases also the text of their candidates.
ResultSet search(const Library& library, const SearchRequest& request);

}  // namespace broadsheet
