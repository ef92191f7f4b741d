#include <algorithm>

#include "core/library/result_set.h"

namespace broadsheet {
namespace {

// The volumes by day, those of one day in the order in which they were added.
std::vector<const Volume*> volumes_by_day(const Library& library, bool newest_first) {
  std::vector<const Volume*> volumes;
  for (const auto& volume : library.volumes()) volumes.push_back(volume.get());
  std::stable_sort(volumes.begin(), volumes.end(), [&](const Volume* a, const Volume* b) {
    return newest_first ? a->digest.date > b->digest.date : a->digest.date < b->digest.date;
  });
  return volumes;
}

// The values of one facet that were chosen; nothing chosen lets everything pass.
class Selection {
 public:
  Selection(const FacetValues& values, const std::vector<std::string>& chosen) : active_(!chosen.empty()) {
    if (!active_) return;
    is_chosen_.assign(values.size(), false);
    for (const std::string& value : chosen) {
      if (const FacetId id = values.find(value); id != kNoFacet) is_chosen_[id] = true;
    }
  }
  bool contains(FacetId id) const { return active_ && id != kNoFacet && is_chosen_[id]; }
  bool passes(FacetId id) const { return !active_ || contains(id); }
  bool passes_any(const FacetId* begin, const FacetId* end) const {
    return !active_ || std::any_of(begin, end, [&](FacetId id) { return contains(id); });
  }

 private:
  bool active_;
  std::vector<bool> is_chosen_;
};

}  // namespace

class SearchRun {
 public:
  SearchRun(const Library& library, const SearchRequest& request)
      : library_(library),
        columns_(library.facets()),
        chosen_categories_(columns_.categories(), request.categories),
        chosen_days_(columns_.days(), request.days),
        chosen_authors_(columns_.authors(), request.authors),
        category_counts_(columns_.categories().size(), 0),
        day_counts_(columns_.days().size(), 0),
        author_counts_(columns_.authors().size(), 0) {
    result_.query_ = parse_query(request.text, request.typing);
    scored_ = scored_term_count(result_.query_);
    result_.by_score_ = request.order == Order::kRelevance && scored_ > 0;
    volumes_ = volumes_by_day(library, request.order != Order::kDigest);
  }

  ResultSet run() {
    match_volumes();
    score_and_filter();
    collect_facets();
    if (!result_.by_score_) result_.sorted_ = result_.total();
    return std::move(result_);
  }

 private:
  void match_volumes() {
    Matcher matcher;
    result_.document_frequencies_.assign(scored_, 0);
    for (const Volume* volume : volumes_) {
      if (result_.query_.empty()) break;
      matches_.push_back(
          matcher.match(volume->segment, volume->digest.papers, result_.query_, library_.averages()));
      for (size_t term = 0; term < scored_; ++term) {
        result_.document_frequencies_[term] += matches_.back().document_frequencies[term];
      }
    }
  }

  void score_and_filter() {
    std::vector<float> idf;
    for (const uint64_t df : result_.document_frequencies_) {
      idf.push_back(inverse_document_frequency(library_.paper_count(), df));
    }
    for (size_t v = 0; v < volumes_.size(); ++v) {
      const PaperOrdinal first = volumes_[v]->first_paper;
      if (result_.query_.empty()) {
        for (uint32_t i = 0; i < volumes_[v]->segment.paper_count(); ++i) filter_and_count(first + i, 0.0f);
        continue;
      }
      const SegmentMatches& matches = matches_[v];
      for (size_t i = 0; i < matches.papers.size(); ++i) {
        float score = 0;
        for (size_t term = 0; term < scored_; ++term)
          score += idf[term] * saturate(matches.weights[i * scored_ + term]);
        filter_and_count(first + matches.papers[i], result_.by_score_ ? score : 0.0f);
      }
    }
  }

  void filter_and_count(PaperOrdinal paper, float score) {
    const FacetId category = columns_.category_of(paper);
    const FacetId day = columns_.day_of(paper);
    const FacetId* authors = columns_.authors_begin(paper);
    const FacetId* authors_end = columns_.authors_end(paper);
    const bool in_category = chosen_categories_.passes(category);
    const bool in_day = chosen_days_.passes(day);
    const bool in_authors = chosen_authors_.passes_any(authors, authors_end);
    if (in_day && in_authors && category != kNoFacet) ++category_counts_[category];
    if (in_category && in_authors) ++day_counts_[day];
    if (in_category && in_day) {
      for (; authors != authors_end; ++authors) ++author_counts_[*authors];
    }
    if (in_category && in_day && in_authors) result_.hits_.push_back({paper, score, result_.total()});
  }

  void collect_facets() {
    FacetCounts& facets = result_.facets_;
    for (FacetId id = 0; id < category_counts_.size(); ++id) {
      facets.categories.push_back({columns_.categories().value(id), category_counts_[id]});
    }
    for (FacetId id = 0; id < day_counts_.size(); ++id)
      facets.days.push_back({columns_.days().value(id), day_counts_[id]});
    std::sort(facets.days.begin(), facets.days.end(),
              [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
    collect_authors();
  }

  void collect_authors() {
    std::vector<FacetId> ids;
    for (FacetId id = 0; id < author_counts_.size(); ++id) {
      if (author_counts_[id] > 0 || chosen_authors_.contains(id)) ids.push_back(id);
    }
    // Chosen ones first: they must not be cut off. Their place in the list is by count like all others'.
    const auto by_count = [&](FacetId a, FacetId b) {
      return author_counts_[a] != author_counts_[b] ? author_counts_[a] > author_counts_[b] : a < b;
    };
    const auto chosen_first = [&](FacetId a, FacetId b) {
      const bool a_is = chosen_authors_.contains(a);
      return a_is != chosen_authors_.contains(b) ? a_is : by_count(a, b);
    };
    const size_t kept = std::min(ids.size(), kMaxAuthors);
    const auto cut = ids.begin() + static_cast<std::ptrdiff_t>(kept);
    std::partial_sort(ids.begin(), cut, ids.end(), chosen_first);
    ids.erase(cut, ids.end());
    std::sort(ids.begin(), ids.end(), by_count);
    for (const FacetId id : ids)
      result_.facets_.authors.push_back({columns_.authors().value(id), author_counts_[id]});
  }

  const Library& library_;
  const FacetColumns& columns_;
  const Selection chosen_categories_;
  const Selection chosen_days_;
  const Selection chosen_authors_;
  std::vector<uint32_t> category_counts_;
  std::vector<uint32_t> day_counts_;
  std::vector<uint32_t> author_counts_;
  ResultSet result_;
  size_t scored_ = 0;
  std::vector<const Volume*> volumes_;
  std::vector<SegmentMatches> matches_;
};

ResultSet search(const Library& library, const SearchRequest& request) {
  return SearchRun(library, request).run();
}

}  // namespace broadsheet
