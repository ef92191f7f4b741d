#include "core/learned/interest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/base/order.h"
#include "core/learned/rows_holding.h"
#include "core/learned/wording.h"
#include "core/text/fold.h"

namespace broadsheet {
namespace {

constexpr float kLeastLogOdds = -1;
constexpr float kMostLogOdds = 3;
constexpr float kPriorPapers = 3;

// Each once, in the order of rows, without those that the library does not have.
std::vector<ForwardIndex::Row> rows_of(const std::vector<WorkId>& works, const ForwardIndex& index) {
  std::vector<ForwardIndex::Row> rows;
  for (const WorkId work : works) {
    if (work < index.row_count()) rows.push_back(index.row_of(work));
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

bool is_among(std::string_view text, const std::vector<std::string>& texts) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::vector<std::string> folded(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  for (const std::string& name : names) all.push_back(fold_shown(name));
  return all;
}

}  // namespace

Interest::Interest(const Library& library, const ForwardIndex& index, const PaperVectors& vectors, Told told,
                   Scored scored)
    : library_(library),
      index_(index),
      vectors_(vectors),
      told_(std::move(told)),
      end_(scored == Scored::kAll ? index.row_count() : vectors.recent()) {
  stars_ = rows_of(told_.starred, index).size() + told_.collected.size();
  scores_.resize(index.row_count(), 0.0f);
  if (knows_enough()) {
    weigh_terms();
    score_texts();
    add_authors();
  }
  add_told(told_.followed_words, told_.followed_authors, told_.followed_categories, kFollowedWeight);
  add_told(told_.muted_words, told_.muted_authors, told_.muted_categories, -kMutedWeight);
  find_threshold();
}

Interest::Centroid Interest::starred_centroid() const {
  Centroid of{std::vector<float>(index_.term_count(), 0.0f), std::vector<float>(index_.term_count(), 0.0f),
              0};
  for (const Row row : rows_of(told_.starred, index_)) {
    vectors_.for_each(row, [&](Term term, float weight) {
      of.mean[term] += weight;
      ++of.papers[term];
    });
    ++of.count;
  }
  // Titles, in an order that does not depend on how they were told.
  std::vector<std::string> titles;
  for (const CollectedPaper& paper : told_.collected) titles.push_back(paper.title);
  put_in_order(titles);
  for (const std::string& title : titles) {
    std::vector<std::pair<Term, float>> terms;
    float squares = 0;
    for (const std::string& stem : stems_of(title)) {
      const auto term = index_.find(stem);
      if (!term) continue;
      const float weight = vectors_.frequency_weight({.title = 1, .body = 0}) * vectors_.idf(*term);
      terms.emplace_back(*term, weight);
      squares += weight * weight;
    }
    for (const auto& [term, weight] : terms) {
      of.mean[term] += squares > 0 ? weight / std::sqrt(squares) : 0;
      ++of.papers[term];
    }
    ++of.count;
  }
  for (float& each : of.mean) each /= std::max(of.count, 1.0f);
  return of;
}

Interest::Centroid Interest::refused_centroid() const {
  Centroid of{std::vector<float>(index_.term_count(), 0.0f), std::vector<float>(index_.term_count(), 0.0f),
              0};
  const auto add = [&](const std::vector<WorkId>& works, float share) {
    for (const Row row : rows_of(works, index_)) {
      vectors_.for_each(row, [&](Term term, float weight) {
        of.mean[term] += share * weight;
        of.papers[term] += share;
      });
      of.count += share;
    }
  };
  add(told_.refused, 1);
  add(told_.done, kDoneShare);
  // One refusal says less than many: as with the prior of the log-odds.
  for (float& each : of.mean) each /= of.count + kPriorPapers;
  return of;
}

float Interest::log_odds(const Centroid& of, Term term) const {
  const float p =
      static_cast<float>(index_.document_frequency(term) + 1) / static_cast<float>(index_.row_count());
  const float among = (of.papers[term] + kPriorPapers * p) / (of.count + kPriorPapers);
  return std::clamp(std::log(among / p), kLeastLogOdds, kMostLogOdds);
}

void Interest::weigh_terms() {
  const Centroid starred = starred_centroid();
  const Centroid refused = refused_centroid();
  weights_.resize(index_.term_count());
  for (Term term = 0; term < weights_.size(); ++term) {
    const float odds = log_odds(starred, term);
    weights_[term] =
        starred.mean[term] * std::max(odds, 0.0f) - vectors_.mean()[term] * std::max(-odds, 0.0f);
    if (refused.mean[term] > 0) {
      const float more = log_odds(refused, term) - std::max(odds, 0.0f);
      weights_[term] -= kRefusedWeight * refused.mean[term] * std::max(more, 0.0f);
    }
  }
  for (const std::string& words : told_.ignored_words) {
    for (const std::string& stem : stems_of(words)) {
      if (const auto term = index_.find(stem)) weights_[*term] = 0;
    }
  }
}

float Interest::dot(Row row) const {
  float sum = 0;
  vectors_.for_each(row, [&](Term term, float weight) { sum += weights_[term] * weight; });
  return sum;
}

void Interest::score_texts() {
  float sum = 0;
  const std::vector<Row> starred = rows_of(told_.starred, index_);
  for (const Row row : starred) sum += dot(row);
  // Where only titles are known, the length of the weights is what a paper could reach at most.
  if (starred.empty()) {
    float squares = 0;
    for (const float each : weights_) squares += each * each;
    sum = std::sqrt(squares);
  }
  const float mean = starred.empty() ? sum : sum / static_cast<float>(starred.size());
  scale_ = mean > 0 ? 1 / mean : 0;
  for (Row row = 0; row < end_; ++row) scores_[index_.work_of(row)] = scale_ * dot(row);
}

void Interest::add_authors() {
  const FacetColumns& facets = library_.facets();
  papers_of_author_.assign(facets.authors().size(), 0);
  const auto count = [&](FacetId author) {
    papers_of_author_[author] =
        static_cast<uint8_t>(std::min<uint32_t>(papers_of_author_[author] + 1u, kMostOfAuthor));
  };
  for (const Row row : rows_of(told_.starred, index_)) {
    for (const FacetId author : facets.authors_of(library_.works().first(index_.work_of(row)))) count(author);
  }
  for (const CollectedPaper& paper : told_.collected) {
    for (const std::string& name : paper.authors) {
      if (const FacetId author = facets.find_author(name); author != kNoFacet) count(author);
    }
  }
  for (const std::string& name : told_.ignored_authors) {
    if (const FacetId author = facets.find_author(name); author != kNoFacet) papers_of_author_[author] = 0;
  }
  for (Row row = 0; row < end_; ++row) {
    const WorkId work = index_.work_of(row);
    uint8_t most = 0;
    for (const FacetId author : facets.authors_of(library_.works().first(work)))
      most = std::max(most, papers_of_author_[author]);
    scores_[work] += kAuthorWeight * static_cast<float>(most);
  }
}

void Interest::add_told(const std::vector<std::string>& words, const std::vector<std::string>& authors,
                        const std::vector<std::string>& categories, float weight) {
  // However much of it applies, it counts once.
  Bits rows(index_.row_count());
  for (const std::string& phrase : words) {
    const std::vector<std::string> stems = stems_of(phrase);
    if (stems.empty()) continue;
    Bits all(index_.row_count(), true);
    for (const std::string& stem : stems) all &= rows_holding(library_, index_, stem, stem);
    rows |= all;
  }
  const FacetColumns& facets = library_.facets();
  if (!authors.empty() || !categories.empty()) {
    const std::vector<std::string> names = folded(authors);
    std::vector<bool> is_author(facets.authors().size());
    for (FacetId id = 0; !names.empty() && id < is_author.size(); ++id)
      is_author[id] = is_among(fold(facets.authors().value(id)), names);
    std::vector<bool> is_category(facets.named_categories().size());
    for (FacetId id = 0; id < is_category.size(); ++id)
      is_category[id] = is_among(facets.named_categories().value(id), categories);
    for (Row row = 0; row < end_; ++row) {
      const PaperOrdinal paper = library_.works().first(index_.work_of(row));
      const auto of = facets.authors_of(paper);
      const auto in = facets.categories_of(paper);
      if (std::any_of(of.begin(), of.end(), [&](FacetId id) { return is_author[id]; }) ||
          std::any_of(in.begin(), in.end(), [&](FacetId id) { return is_category[id]; }))
        rows.set(row);
    }
  }
  rows.for_each([&](size_t row) {
    if (row < end_) scores_[index_.work_of(static_cast<Row>(row))] += weight;
  });
}

void Interest::find_threshold() {
  const std::vector<Row> starred = rows_of(told_.starred, index_);
  std::vector<float> recent;
  for (Row row = 0; row < vectors_.recent(); ++row) {
    if (!std::binary_search(starred.begin(), starred.end(), row))
      recent.push_back(scores_[index_.work_of(row)]);
  }
  if (recent.empty()) return;
  const auto at = recent.begin() + static_cast<std::ptrdiff_t>(recent.size() / kMarkedOneIn);
  std::nth_element(recent.begin(), at, recent.end(), std::greater<>());
  threshold_ = *at;
}

std::vector<WorkId> Interest::for_you(size_t most) const {
  const std::vector<Row> starred = rows_of(told_.starred, index_);
  std::vector<Row> rows;
  for (Row row = 0; row < vectors_.recent(); ++row) {
    if (is_for_you(index_.work_of(row)) && !std::binary_search(starred.begin(), starred.end(), row))
      rows.push_back(row);
  }
  const auto score = [&](Row row) { return scores_[index_.work_of(row)]; };
  keep_first(rows, most, [&](Row a, Row b) { return score(a) > score(b); });
  std::vector<WorkId> works;
  for (const Row row : rows) works.push_back(index_.work_of(row));
  return works;
}

std::vector<InterestReason> Interest::reasons(WorkId work, size_t most) const {
  std::vector<InterestReason> reasons;
  if (work >= scores_.size()) return reasons;
  using Kind = InterestReason::Kind;
  const Row row = index_.row_of(work);
  const PaperOrdinal paper = library_.works().first(work);
  const FacetColumns& facets = library_.facets();
  for (const std::string& name : told_.followed_authors) {
    for (const FacetId author : facets.authors_of(paper)) {
      if (fold(facets.authors().value(author)) == fold_shown(name))
        reasons.push_back({Kind::kAuthor, std::string(facets.authors().value(author)), 0, kFollowedWeight});
    }
  }
  for (const FacetId id : facets.categories_of(paper)) {
    const std::string name(facets.named_categories().value(id));
    if (is_among(name, told_.followed_categories))
      reasons.push_back({Kind::kCategory, name, 0, kFollowedWeight});
  }
  for (const std::string& words : told_.followed_words) {
    const std::vector<std::string> stems = stems_of(words);
    const bool holds = std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return rows_holding(library_, index_, stem, stem).test(row);
    });
    if (!stems.empty() && holds) reasons.push_back({Kind::kWord, words, 0, kFollowedWeight});
  }
  if (!knows_enough()) return reasons;
  std::map<std::string, float, std::less<>> shares;  // by stem
  vectors_.for_each(row, [&](Term term, float weight) {
    if (weights_[term] > 0) shares.emplace(index_.stem(term), scale_ * weights_[term] * weight);
  });
  const Paper& text = library_.text(paper);
  std::vector<std::string_view> texts = {text.title};
  for (const TextField field : {TextField::kTldr, TextField::kAbstract}) {
    if (says_something(text.text(field))) texts.push_back(*text.text(field));
  }
  const auto weight_of = [&](std::string_view stem) {
    const auto found = shares.find(stem);
    return found == shares.end() || found->second < kLeastShare ? 0.0f : found->second;
  };
  for (Wording& wording : word_terms(texts, weight_of, most))
    reasons.push_back({Kind::kWord, std::move(wording.text), 0, wording.weight});
  for (const FacetId author : facets.authors_of(paper)) {
    if (papers_of_author_[author] > 0)
      reasons.push_back({Kind::kAuthor, std::string(facets.authors().value(author)), 0,
                         kAuthorWeight * static_cast<float>(papers_of_author_[author])});
  }
  add_like(row, reasons);
  put_in_order(reasons, [](const InterestReason& a, const InterestReason& b) { return a.share > b.share; });
  return reasons;
}

void Interest::add_like(Row row, std::vector<InterestReason>& reasons) const {
  std::vector<float> of_row(index_.term_count(), 0.0f);
  vectors_.for_each(row, [&](Term term, float weight) { of_row[term] = weights_[term] > 0 ? weight : 0; });
  float most = 0;
  Row likest = row;
  for (const Row starred : rows_of(told_.starred, index_)) {
    float cosine = 0;
    vectors_.for_each(starred, [&](Term term, float weight) { cosine += of_row[term] * weight; });
    if (starred == row || cosine <= most) continue;
    most = cosine;
    likest = starred;
  }
  if (likest != row) reasons.push_back({InterestReason::Kind::kLike, "", index_.work_of(likest), most});
}

std::vector<std::string> Interest::authors(size_t most) const {
  const FacetValues& values = library_.facets().authors();
  std::vector<FacetId> authors;
  for (FacetId id = 0; id < papers_of_author_.size(); ++id) {
    if (papers_of_author_[id] > 0) authors.push_back(id);
  }
  keep_first(authors, most, [&](FacetId a, FacetId b) {
    return papers_of_author_[a] != papers_of_author_[b] ? papers_of_author_[a] > papers_of_author_[b]
                                                        : values.value(a) < values.value(b);
  });
  std::vector<std::string> names;
  for (const FacetId id : authors) names.emplace_back(values.value(id));
  return names;
}

std::vector<std::string> Interest::words(size_t most) const {
  std::vector<Term> terms;
  for (Term term = 0; term < weights_.size(); ++term) {
    if (weights_[term] > 0) terms.push_back(term);
  }
  keep_first(terms, most, [&](Term a, Term b) {
    return weights_[a] != weights_[b] ? weights_[a] > weights_[b] : index_.stem(a) < index_.stem(b);
  });
  std::vector<std::string> words;
  for (const Term term : terms) words.emplace_back(index_.written(term));
  return words;
}

}  // namespace broadsheet
