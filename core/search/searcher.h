// searcher.h: runs searches in a library.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/learned/learned.h"
#include "core/library/library.h"
#include "core/match/matcher.h"
#include "core/match/scorer.h"
#include "core/search/facet_counter.h"
#include "core/search/result_set.h"
#include "core/search/search_request.h"

namespace broadsheet {

// Reuses its memory from one search to the next.
class Searcher {
 public:
  // The library must outlive this.
  explicit Searcher(Library& library) : library_(library), counter_(library), learned_(library) {}

  // Commits the library first. Cost: O(query + postings of its terms + matching papers); O(categories) for
  // each of its categories; for phrases, also the text of the candidates; for the best hits, also their
  // titles and summaries. A query has at most kMaxQueryTerms terms. If the request asks for learned words and
  // the query has plain ones, also what Learned makes at first, and O(papers + postings of kKeptLearned
  // words).
  ResultSet search(const SearchRequest& request);

  // The most frequent of some authors among what the query finds with the request's filters, whichever
  // authors it has chosen. `wanted`: one bit per author. Cost: as a search without scores and order, plus
  // O(authors of the works).
  std::vector<FacetCount> authors(const Query& query, SearchRequest request, const std::vector<bool>& wanted);

  struct QueryFit {
    uint32_t papers = 0;  // how many match
    float score = 0;      // of the best of them, by BM25F
    float share = 0;      // that score as a share of the highest possible one: 0 to 1
  };
  // How well the best papers match the query. Cost: as a search without facets and order.
  QueryFit fit(const Query& query);

  // What was learned from the library.
  Learned& learned() { return learned_; }

  // Calls visit(PaperOrdinal) for every matching paper, ascending.
  template <typename Visit>
  void for_each_match(const Query& query, Visit&& visit) {
    library_.commit();
    match(query);
    for (const Part& part : parts_) {
      for (const uint32_t paper : part.matches.papers.members()) visit(part.first_paper + paper);
    }
  }

 private:
  // The matches in one segment.
  struct Part {
    PaperOrdinal first_paper;
    uint32_t first_rank;  // of its first match, among the matches of all segments
    SegmentMatches matches;
  };

  void match(const Query& query);
  uint32_t match_count() const {
    return parts_.empty() ? 0 : parts_.back().first_rank + parts_.back().matches.papers.size();
  }
  const Part& part_of(PaperOrdinal paper) const;
  bool is_match(PaperOrdinal paper) const;
  uint32_t rank_of(PaperOrdinal match) const;  // among all matches
  // Over all segments, one per scored term of the query that was matched.
  std::vector<uint64_t> document_frequencies(const Query& query) const;
  // Fills scores_. Returns the inverse document frequencies.
  std::vector<float> score(std::span<const uint64_t> document_frequencies);
  // Fills the hits and counter_, which must then be finished.
  void collect(const SearchRequest& request, const FacetFilter& filter, ResultSet& result);
  // Sorts the first page, and the best hits also by what their texts say.
  void reorder(const SearchRequest& request, ResultSet& result) const;
  // Fills the learned words and what they find besides.
  void find_also(const SearchRequest& request, const FacetFilter& filter, ResultSet& result);
  const PaperScore& score_of(const Hit& hit) const { return scores_[rank_of(hit.paper)]; }
  void touch_texts(std::span<const Hit> hits) const;

  Library& library_;
  FacetCounter counter_;
  Learned learned_;
  Matcher matcher_;
  Scorer scorer_;
  LengthNorms norms_;
  std::vector<Part> parts_;             // one per segment
  std::vector<PaperScore> scores_;      // one per match, by rank
  std::vector<uint32_t> work_seen_in_;  // the number of the last search that took each work
  uint32_t search_number_ = 0;
};

// A single search.
ResultSet search(Library& library, const SearchRequest& request);

}  // namespace broadsheet
