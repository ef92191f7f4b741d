// searcher.h: runs searches in a library.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/bits.h"
#include "core/library/facet_counter.h"
#include "core/library/library.h"
#include "core/library/result_set.h"
#include "core/search/matcher.h"

namespace broadsheet {

// Keeps its memory from one search to the next.
class Searcher {
 public:
  // The library outlives this.
  explicit Searcher(Library& library) : library_(library), counter_(library.facets()) {}

  // Commits the library first. Cost: O(postings of the query's terms + papers that match); for phrases also
  // the text of their candidates; for the best hits their titles and summaries.
  ResultSet search(const SearchRequest& request);

  struct Fit {
    uint32_t papers = 0;  // that match
    float score = 0;      // of the best of them, by BM25F
    float share = 0;      // of what a score can be at most, that of the best of them: 0 to 1
  };
  // How well papers fill the query. Cost: as a search, without facets and order.
  Fit fit(const Query& query);

  // Calls visit(PaperOrdinal) for every paper that matches, ascending.
  template <typename Visit>
  void for_each_match(const Query& query, Visit&& visit) {
    library_.commit();
    match(query);
    for (size_t i = 0; i < matches_.size(); ++i) {
      const PaperOrdinal first = library_.segments()[i].first_paper;
      matches_[i].papers.for_each([&](size_t paper) { visit(first + static_cast<PaperOrdinal>(paper)); });
    }
  }

 private:
  void match(const Query& query);
  void score(ResultSet& result);
  void collect(const SearchRequest& request, ResultSet& result);  // hits and facets
  void reorder(ResultSet& result) const;
  void touch_texts(std::span<const Hit> hits) const;

  Library& library_;
  FacetCounter counter_;
  Matcher matcher_;
  Scorer scorer_;
  std::vector<SegmentMatches> matches_;  // of each segment
  Bits matched_;                         // by ordinal
  std::vector<PaperScore> scores_;       // by ordinal, of those matched
  std::vector<uint32_t> work_seen_in_;   // of each work, the number of the search that took it last
  uint32_t search_number_ = 0;
};

// A single search.
ResultSet search(Library& library, const SearchRequest& request);

}  // namespace broadsheet
