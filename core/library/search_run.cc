#include <algorithm>
#include <span>

#include "core/library/result_set.h"

namespace broadsheet {
namespace {

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
    result_.query_ = parse_query(request.text, request.typing, library.vocabulary());
    scored_ = scored_term_count(result_.query_);
    result_.by_score_ = request.order == Order::kRelevance && scored_ > 0;
    newest_first_ = request.order != Order::kDigest;
    only_without_summary_ = request.without_summary;
  }

  ResultSet run() {
    match_volumes();
    score();
    take_repeated();
    collect_facets();
    return std::move(result_);
  }

 private:
  // A paper that matches the query, filters aside.
  struct Match {
    PaperOrdinal paper;
    float score;
  };
  // Which filters a match passes.
  struct Passes {
    bool category;
    bool day;
    bool authors;
    bool summary;
    bool all() const { return category && day && authors && summary; }
  };

  void match_volumes() {
    Matcher matcher;
    result_.document_frequencies_.assign(scored_, 0);
    for (const auto& volume : library_.volumes()) {
      if (result_.query_.empty()) break;
      const auto is_in_set = [&](const std::string& name, uint32_t paper) {
        return library_.is_in_set(name, volume->first_paper + paper);
      };
      matches_.push_back(matcher.match({volume->segment, volume->digest.papers, volume->facts, is_in_set},
                                       result_.query_, library_.averages()));
      for (size_t term = 0; term < scored_; ++term) {
        result_.document_frequencies_[term] += matches_.back().document_frequencies[term];
      }
    }
  }

  void score() {
    if (result_.query_.empty()) {
      for (PaperOrdinal paper = 0; paper < library_.paper_count(); ++paper) take({paper, 0.0f});
      return;
    }
    std::vector<float> idf;
    for (const uint64_t df : result_.document_frequencies_) {
      idf.push_back(inverse_document_frequency(library_.paper_count(), df));
    }
    for (size_t v = 0; v < matches_.size(); ++v) {
      const PaperOrdinal first = library_.volumes()[v]->first_paper;
      const SegmentMatches& matches = matches_[v];
      for (size_t i = 0; i < matches.papers.size(); ++i) {
        float score = 0;
        for (size_t term = 0; term < scored_; ++term)
          score += idf[term] * saturate(matches.weights[i * scored_ + term]);
        take({first + matches.papers[i], result_.by_score_ ? score : 0.0f});
      }
    }
  }

  Passes filter(PaperOrdinal paper) const {
    return {chosen_categories_.passes(columns_.category_of(paper)),
            chosen_days_.passes(columns_.day_of(paper)),
            chosen_authors_.passes_any(columns_.authors_begin(paper), columns_.authors_end(paper)),
            !only_without_summary_ || !columns_.has_summary(paper)};
  }

  void add_hit(const Match& match) {
    const uint32_t place = columns_.place_of_day(columns_.day_of(match.paper));
    const uint64_t day = newest_first_ ? columns_.days().size() - 1 - place : place;
    result_.hits_.push_back({match.paper, match.score, day << 32 | match.paper});
  }

  // Papers that appear once are most of a library: they are counted as they come.
  void take(const Match& match) {
    if (!library_.works().is_single(library_.works().work_of(match.paper))) {
      repeated_.push_back(match);
      return;
    }
    const Passes passes = filter(match.paper);
    const FacetId category = columns_.category_of(match.paper);
    if (passes.day && passes.authors && passes.summary && category != kNoFacet) ++category_counts_[category];
    if (passes.category && passes.authors && passes.summary) ++day_counts_[columns_.day_of(match.paper)];
    if (passes.category && passes.day && passes.summary) {
      std::for_each(columns_.authors_begin(match.paper), columns_.authors_end(match.paper),
                    [&](FacetId author) { ++author_counts_[author]; });
    }
    if (passes.category && passes.day && passes.authors && !columns_.has_summary(match.paper))
      ++result_.facets_.without_summary;
    if (passes.all()) add_hit(match);
  }

  // The matches of works that appear several times, work by work.
  void take_repeated() {
    const Works& works = library_.works();
    std::sort(repeated_.begin(), repeated_.end(), [&](const Match& a, const Match& b) {
      const WorkId work_a = works.work_of(a.paper);
      const WorkId work_b = works.work_of(b.paper);
      return work_a != work_b ? work_a < work_b : a.paper < b.paper;
    });
    for (auto begin = repeated_.begin(); begin != repeated_.end();) {
      const WorkId work = works.work_of(begin->paper);
      const auto end = std::find_if(begin, repeated_.end(),
                                    [&](const Match& match) { return works.work_of(match.paper) != work; });
      take_work(work, {begin, end});
      begin = end;
    }
  }

  // Counts each value once for the work, and shows its best appearance.
  void take_work(WorkId work, std::span<const Match> matches) {
    std::vector<FacetId> categories;
    std::vector<FacetId> days;
    std::vector<FacetId> authors;
    bool without_summary = false;
    const Match* shown = nullptr;
    for (PaperOrdinal paper = library_.works().first(work); paper != Works::kNoPaper;
         paper = library_.works().next(paper)) {
      const auto match =
          std::lower_bound(matches.begin(), matches.end(), paper,
                           [](const Match& m, PaperOrdinal wanted) { return m.paper < wanted; });
      if (match == matches.end() || match->paper != paper) continue;
      const Passes passes = filter(paper);
      const FacetId category = columns_.category_of(paper);
      if (passes.day && passes.authors && passes.summary && category != kNoFacet)
        categories.push_back(category);
      if (passes.category && passes.authors && passes.summary) days.push_back(columns_.day_of(paper));
      if (passes.category && passes.day && passes.summary)
        authors.insert(authors.end(), columns_.authors_begin(paper), columns_.authors_end(paper));
      without_summary = without_summary ||
                        (passes.category && passes.day && passes.authors && !columns_.has_summary(paper));
      if (shown == nullptr && passes.all()) shown = &*match;
    }
    count_once(categories, category_counts_);
    count_once(days, day_counts_);
    count_once(authors, author_counts_);
    result_.facets_.without_summary += without_summary ? 1 : 0;
    if (shown != nullptr) add_hit(*shown);
  }
  static void count_once(std::vector<FacetId>& values, std::vector<uint32_t>& counts) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const FacetId value : values) ++counts[value];
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
  bool newest_first_ = true;
  bool only_without_summary_ = false;
  std::vector<SegmentMatches> matches_;  // of each volume
  std::vector<Match> repeated_;
};

ResultSet search(const Library& library, const SearchRequest& request) {
  return SearchRun(library, request).run();
}

}  // namespace broadsheet
