#include "core/search/searcher.h"

#include <algorithm>

#include "core/base/touch.h"
#include "core/match/proximity.h"
#include "core/query/scored_terms.h"
#include "core/search/hidden_sets.h"
#include "core/search/library_papers.h"

namespace broadsheet {
namespace {

// How many hits a search sorts: as many as a page requests at once.
constexpr std::ptrdiff_t kFirstPage = 50;
static_assert(kFirstPage >= kReorderedHits);
// With more than one match per so many papers, the next one is close in memory.
constexpr size_t kScattered = 16;

// The parts of a paper that proximity scores.
void touch_head(const Paper& paper) {
  touch(&paper.title);
  touch(&paper.authors);
  touch(&paper.text(TextField::kTldr));
}

void touch_texts_of(const Paper& paper, WordsInFields words) {
  if (words.in_title() > 0 && !paper.title.empty()) touch(paper.title.data());
  if (words.in_authors() > 0 && !paper.authors.empty()) touch(paper.authors.data());
  const auto& tldr = paper.text(TextField::kTldr);
  if (words.in_tldr() > 1 && tldr && !tldr->empty()) touch(tldr->data());
}

// The score of a paper saturated with every word. `idf`: one per scored term.
float highest_score(const Query& query, std::span<const float> idf) {
  float most = 0;
  for_each_scored_term(query, [&](const Clause& clause, const QueryTerm&, size_t number) {
    most += clause.alternative ? 0 : idf[number];
  });
  return most;
}

}  // namespace

void Searcher::match(const Query& query) {
  const LibraryPapers papers(library_);
  parts_.clear();
  for (const IndexedPapers& each : library_.segments())
    parts_.push_back(
        {each.first_paper, match_count(), matcher_.match(each.segment, each.first_paper, papers, query)});
}

const Searcher::Part& Searcher::part_of(PaperOrdinal paper) const {
  // There are few segments.
  return *std::find_if(parts_.rbegin(), parts_.rend(),
                       [&](const Part& part) { return part.first_paper <= paper; });
}

bool Searcher::is_match(PaperOrdinal paper) const {
  const Part& part = part_of(paper);
  return part.matches.papers.test(paper - part.first_paper);
}

uint32_t Searcher::rank_of(PaperOrdinal match) const {
  const Part& part = part_of(match);
  return part.first_rank + part.matches.papers.rank(match - part.first_paper);
}

Searcher::QueryFit Searcher::fit(const Query& query) {
  library_.commit();
  match(query);
  QueryFit fit;
  fit.papers = match_count();
  if (fit.papers == 0) return fit;
  const std::vector<float> idf = score(document_frequencies(query));
  for (const PaperScore& each : scores_) fit.score = std::max(fit.score, each.score);
  const float most = highest_score(query, idf);
  fit.share = most > 0 ? fit.score / most : 0;
  return fit;
}

std::vector<uint64_t> Searcher::document_frequencies(const Query& query) const {
  std::vector<uint64_t> frequencies(scored_term_count(query), 0);
  for (const Part& part : parts_) {
    for (size_t i = 0; i < frequencies.size(); ++i)
      frequencies[i] += part.matches.scored[i].document_frequency;
  }
  return frequencies;
}

std::vector<float> Searcher::score(std::span<const uint64_t> document_frequencies) {
  std::vector<float> idf;
  for (const uint64_t df : document_frequencies)
    idf.push_back(inverse_document_frequency(library_.statistics().papers, df));
  norms_.fit(library_.statistics().mean_length());
  scores_.resize(match_count());
  for (size_t i = 0; i < parts_.size(); ++i) {
    const auto& [first_paper, first_rank, matches] = parts_[i];
    if (matches.papers.size() == 0) continue;
    scorer_.score(library_.segments()[i].segment, matches, idf, norms_,
                  std::span(scores_).subspan(first_rank, matches.papers.size()));
  }
  return idf;
}

void Searcher::collect(const SearchRequest& request, const FacetFilter& filter, ResultSet& result) {
  const FacetColumns& columns = library_.facets();
  const Works& works = library_.works();
  const bool newest_first = request.order != Order::kDigest;
  const std::span<const uint32_t> places = columns.places_of_days();
  const auto day_count = static_cast<uint32_t>(places.size());
  const bool for_you = request.order == Order::kForYou && request.work_scores.size() == works.count();
  const auto score_at = [&](PaperOrdinal paper, uint32_t rank) {
    if (for_you) return request.work_scores[works.work_of(paper)];
    return result.by_score_ ? scores_[rank].score : 0.0f;
  };
  const auto add_hit = [&](PaperOrdinal paper, uint32_t rank) {
    const uint32_t place = places[columns.day_of(paper)];
    const uint64_t day = newest_first ? day_count - 1 - place : place;
    result.hits_.push_back({paper, score_at(paper, rank), day << 32 | paper});
  };
  const std::vector<const WorkSet*> sets = hidden_sets(library_, request, result.query_);
  const auto holds = [&](WorkId work) {
    return std::any_of(sets.begin(), sets.end(), [&](const WorkSet* set) { return set->contains(work); });
  };
  const auto is_hidden = [&](PaperOrdinal paper) { return !sets.empty() && holds(works.work_of(paper)); };
  const WorkSet* const read = library_.find_set("is:read");
  // A hidden work of which this appearance matches.
  const auto count_as_read = [&](WorkId work, Failed failed) {
    if (!failed.none() && failed.only() != Facet::kRead) return;
    const bool only_as_read = std::all_of(
        sets.begin(), sets.end(), [&](const WorkSet* set) { return set == read || !set->contains(work); });
    if (only_as_read) counter_.count_hidden_as_read(work);
  };
  result.library_works_ = works.count();
  if (!sets.empty()) {
    for (WorkId work = 0; work < works.count(); ++work) result.library_works_ -= holds(work) ? 1 : 0;
  }
  ++search_number_;
  work_seen_in_.resize(works.count(), 0);
  counter_.reset(match_count());
  const auto add_match = [&](PaperOrdinal paper, uint32_t rank) {
    if (!works.has_others(paper)) {
      const Failed failed = filter.of(paper);
      if (is_hidden(paper)) {
        result.hidden_ += failed.none() ? 1 : 0;
        count_as_read(works.work_of(paper), failed);
        return;
      }
      counter_.count(paper, failed);
      if (failed.none()) add_hit(paper, rank);
      return;
    }
    const WorkId work = works.work_of(paper);
    if (work_seen_in_[work] == search_number_) return;
    work_seen_in_[work] = search_number_;
    PaperOrdinal shown = Works::kNoPaper;
    const bool hides = is_hidden(paper);
    for (PaperOrdinal each = works.first(work); each != Works::kNoPaper; each = works.next(each)) {
      if (!is_match(each)) continue;
      const Failed failed = filter.of(each);
      if (hides) {
        count_as_read(work, failed);
      } else {
        counter_.add(each, failed);
      }
      if (shown == Works::kNoPaper && failed.none()) shown = each;
    }
    if (hides) {
      result.hidden_ += shown != Works::kNoPaper ? 1 : 0;
      return;
    }
    counter_.end_work(work);
    if (shown != Works::kNoPaper) add_hit(shown, rank_of(shown));
  };
  const bool are_scattered = match_count() <= library_.paper_count() / kScattered;
  result.hits_.reserve(match_count());
  for (const Part& part : parts_) {
    uint32_t rank = part.first_rank;
    visit_touched(
        part.matches.papers.members(),
        [&](uint32_t paper) {
          if (are_scattered) columns.touch(part.first_paper + paper);
        },
        [&](uint32_t paper) { add_match(part.first_paper + paper, rank++); });
  }
}

std::vector<FacetCount> Searcher::authors(const Query& query, SearchRequest request,
                                          const std::vector<bool>& wanted) {
  library_.commit();
  request.authors.clear();
  match(query);
  ResultSet result;
  result.query_ = query;
  collect(request, FacetFilter(library_, request), result);
  return counter_.finish_authors(wanted);
}

void Searcher::touch_texts(std::span<const Hit> hits) const {
  for (const Hit& hit : hits) touch_head(library_.text(hit.paper));
  for (const Hit& hit : hits) touch_texts_of(library_.text(hit.paper), score_of(hit).words);
}

void Searcher::reorder(const SearchRequest& request, ResultSet& result) const {
  auto& hits = result.hits_;
  const auto page_end = hits.begin() + std::min<std::ptrdiff_t>(kFirstPage, std::ssize(hits));
  std::partial_sort(hits.begin(), page_end, hits.end(), ranks_before);
  result.sorted_ = static_cast<uint32_t>(page_end - hits.begin());
  if (!result.by_score_) return;
  ProximityScorer proximity(result.query_, result.idf_);
  const auto end = hits.begin() + std::min<std::ptrdiff_t>(kReorderedHits, std::ssize(hits));
  const float most = hits.empty() ? 0 : hits.front().score;
  touch_texts(std::span(hits.begin(), end));
  for (auto hit = hits.begin(); hit != end; ++hit)
    hit->score += proximity.score(library_.text(hit->paper), score_of(*hit).words).total();
  std::sort(hits.begin(), end, ranks_before);
  if (!request.feedback) return;
  result.feedback_ = feedback_of(library_, result.query_, request.text, std::span(hits.begin(), end), most);
  for (auto hit = hits.begin(); hit != end; ++hit) hit->score += result.feedback_.of(hit->paper);
  std::sort(hits.begin(), end, ranks_before);
}

ResultSet Searcher::search(const SearchRequest& request) {
  library_.commit();
  ResultSet result;
  result.query_ = parse_query(request.text, request.typing, library_.vocabulary());
  result.by_score_ = request.order == Order::kRelevance && scored_term_count(result.query_) > 0;
  match(result.query_);
  result.document_frequencies_ = document_frequencies(result.query_);
  if (result.by_score_) result.idf_ = score(result.document_frequencies_);
  const FacetFilter filter(library_, request);
  collect(request, filter, result);
  result.facets_ = counter_.finish(filter.authors());
  reorder(request, result);
  if (request.also) find_also(request, filter, result);
  return result;
}

ResultSet search(Library& library, const SearchRequest& request) { return Searcher(library).search(request); }

}  // namespace broadsheet
