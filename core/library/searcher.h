// searcher.h: runs searches in a library.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/library/facet_counter.h"
#include "core/library/library.h"
#include "core/library/result_set.h"
#include "core/search/matcher.h"
#include "core/search/scorer.h"

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
    for (const Part& part : parts_) {
      for (const uint32_t paper : part.matches.papers.members()) visit(part.first_paper + paper);
    }
  }

 private:
  // What matches in one segment.
  struct Part {
    PaperOrdinal first_paper;
    uint32_t first_rank;  // of its matches, among those of all segments
    SegmentMatches matches;
  };

  void match(const Query& query);
  uint32_t match_count() const {
    return parts_.empty() ? 0 : parts_.back().first_rank + parts_.back().matches.papers.size();
  }
  const Part& part_of(PaperOrdinal paper) const;
  bool is_match(PaperOrdinal paper) const;
  uint32_t rank_of(PaperOrdinal match) const;  // among all matches
  void score(ResultSet& result);
  void collect(const SearchRequest& request, ResultSet& result);  // hits and facets
  void reorder(ResultSet& result) const;
  const PaperScore& score_of(const Hit& hit) const { return scores_[rank_of(hit.paper)]; }
  void touch_texts(std::span<const Hit> hits) const;

  Library& library_;
  FacetCounter counter_;
  Matcher matcher_;
  Scorer scorer_;
  std::vector<Part> parts_;             // of each segment
  std::vector<PaperScore> scores_;      // of each match, by rank
  std::vector<uint32_t> work_seen_in_;  // of each work, the number of the search that took it last
  uint32_t search_number_ = 0;
};

// A single search.
ResultSet search(Library& library, const SearchRequest& request);

}  // namespace broadsheet
