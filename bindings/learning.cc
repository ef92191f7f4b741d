#include "bindings/learning.h"

#include <emscripten.h>

#include <algorithm>
#include <utility>

#include "core/search/similar.h"
#include "core/show/also_rows.h"

namespace broadsheet::bindings {
namespace {

constexpr size_t kReasonWords = 4;
constexpr size_t kSharedWords = 3;
constexpr size_t kInterestWords = 30;
constexpr size_t kInterestAuthors = 12;

Strings to_list_of(const std::vector<std::string>& texts) {
  return to_list<Strings>(texts, [](const std::string& text) { return text; });
}
Numbers to_numbers(const std::vector<uint32_t>& numbers) {
  return to_list<Numbers>(numbers, [](uint32_t number) { return number; });
}
std::vector<std::string> to_texts(const Strings& list) {
  std::vector<std::string> texts = to_strings(list);
  for (std::string& text : texts) text = repaired(std::move(text));
  return texts;
}

// Those that the library has.
std::vector<PaperOrdinal> to_papers(const Strings& works, const Library& library) {
  std::vector<PaperOrdinal> papers;
  for (const std::string& work : to_strings(works)) {
    const PaperOrdinal paper = library.best_of(work);
    if (paper < library.paper_count()) papers.push_back(paper);
  }
  return papers;
}

std::vector<WorkId> to_works(const Strings& names, const Library& library) {
  std::vector<WorkId> works;
  for (const PaperOrdinal paper : to_papers(names, library)) works.push_back(library.works().work_of(paper));
  return works;
}

Told to_told(const ToldValue& value, const Library& library) {
  Told told;
  told.starred = to_works(value.starred, library);
  told.refused = to_works(value.refused, library);
  told.done = to_works(value.done, library);
  for (const emscripten::val& each : emscripten::vecFromJSArray<emscripten::val>(value.collected))
    told.collected.push_back({repaired(each["title"].as<std::string>()), to_texts(Strings(each["authors"]))});
  told.followed_words = to_texts(value.followedWords);
  told.followed_authors = to_texts(value.followedAuthors);
  told.followed_categories = to_texts(value.followedCategories);
  told.muted_words = to_texts(value.mutedWords);
  told.muted_authors = to_texts(value.mutedAuthors);
  told.muted_categories = to_texts(value.mutedCategories);
  told.ignored_words = to_texts(value.ignoredWords);
  told.ignored_authors = to_texts(value.ignoredAuthors);
  return told;
}

const char* name_of(InterestReason::Kind kind) {
  switch (kind) {
    case InterestReason::Kind::kWord:
      return "word";
    case InterestReason::Kind::kAuthor:
      return "author";
    case InterestReason::Kind::kCategory:
      return "category";
    case InterestReason::Kind::kLike:
      return "like";
  }
  return "";
}

TermTrendValue to_value(const TermTrend& trend) {
  return {.text = trend.text,
          .isPhrase = trend.is_phrase,
          .before = trend.before,
          .after = trend.after,
          .surprise = trend.surprise,
          .days = to_numbers(trend.by_day)};
}

}  // namespace

AlsoValue Learning::also(const SearchRequest& request, const Strings& not_learned) {
  const double begin = emscripten_get_now();
  SearchRequest asked = request;
  asked.also = true;
  asked.feedback = false;
  asked.not_learned = to_texts(not_learned);
  also_text_ = asked.text;
  also_ = searcher_.search(asked);
  edition_of_also_ = library_.edition();
  const auto word = [](const LearnedTerm& each) {
    return LearnedWordValue{.text = each.text, .stem = each.stem, .weight = each.weight};
  };
  return {.words = to_list<LearnedWordList>(also_->learned(), word),
          .total = static_cast<uint32_t>(also_->also().size()),
          .milliseconds = emscripten_get_now() - begin};
}

AlsoRowList Learning::also_rows(uint32_t from, uint32_t count) {
  emscripten::val list = emscripten::val::array();
  if (!also_ || edition_of_also_ != library_.edition()) return AlsoRowList(list);
  const Query words = learned_query(*also_);
  Highlighter own(also_->query());
  Highlighter learned(words);
  const size_t first = std::min<size_t>(from, also_->also().size());
  const size_t end = first + std::min<size_t>(count, also_->also().size() - first);
  for (size_t rank = first; rank < end; ++rank) {
    const AlsoRow each = make_also_row(library_, also_->also()[rank].paper, own, learned);
    list.set(rank - first, AlsoRowValue{.row = bindings::to_value(library_, each.row),
                                        .titleLearned = to_marks(each.row.title.text, each.title),
                                        .summaryLearned = to_marks(each.row.summary.text, each.summary)});
  }
  return AlsoRowList(list);
}

LearnedPartList Learning::explain_also(uint32_t paper) {
  if (!also_ || edition_of_also_ != library_.edition()) return LearnedPartList(emscripten::val::array());
  const auto part = [&](const LearnedExplanation& each) {
    const auto title = [&](PaperOrdinal from) { return std::string(library_.text(from).title); };
    return LearnedPartValue{.text = each.text,
                            .stem = each.stem,
                            .weight = each.weight,
                            .score = each.score,
                            .from = to_list<Strings>(each.from, title)};
  };
  return to_list<LearnedPartList>(
      broadsheet::explain_also(library_, searcher_.learned(), *also_, also_text_, paper), part);
}

RankValue Learning::rank(const ToldValue& told) {
  const double begin = emscripten_get_now();
  Learned& learned = searcher_.learned();
  const ForwardIndex& index = learned.index();
  told_ = to_told(told, library_);
  // Only the last days are marked; all are scored where they are put in order.
  interest_.emplace(library_, index, learned.vectors(), told_, Scored::kRecent);
  edition_ = library_.edition();
  return {.enough = interest_->knows_enough(),
          .threshold = interest_->threshold(),
          .words = to_list_of(interest_->words(kInterestWords)),
          .authors = to_list_of(interest_->authors(kInterestAuthors)),
          .milliseconds = emscripten_get_now() - begin};
}

const Interest* Learning::interest() {
  if (interest_ && edition_ != library_.edition()) interest_.reset();
  return interest_ ? &*interest_ : nullptr;
}

Strings Learning::names_of(const std::vector<WorkId>& works) const {
  return to_list<Strings>(works,
                          [&](WorkId work) { return library_.work_name(library_.works().first(work)); });
}

Strings Learning::for_you(uint32_t most) {
  const Interest* of = interest();
  return of == nullptr ? Strings(emscripten::val::array()) : names_of(of->for_you(most));
}

Strings Learning::for_told(const ToldValue& told, uint32_t most) {
  Learned& learned = searcher_.learned();
  const ForwardIndex& index = learned.index();
  const Interest interest(library_, index, learned.vectors(), to_told(told, library_), Scored::kRecent);
  return names_of(interest.for_you(most));
}

void Learning::order_anew() {
  order_scores_.clear();
  edition_of_order_ = library_.edition();
  if (interest() == nullptr) return;
  Learned& learned = searcher_.learned();
  order_scores_ = Interest(library_, learned.index(), learned.vectors(), told_).scores();
}

std::span<const float> Learning::order_scores() const {
  if (edition_of_order_ != library_.edition()) return {};
  return order_scores_;
}

ReasonList Learning::reasons(uint32_t paper) {
  const Interest* of = interest();
  if (of == nullptr || paper >= library_.paper_count()) return ReasonList(emscripten::val::array());
  const auto value = [&](const InterestReason& each) {
    const bool is_like = each.kind == InterestReason::Kind::kLike;
    const PaperOrdinal like = is_like ? library_.works().first(each.work) : 0;
    return ReasonValue{.kind = name_of(each.kind),
                       .text = is_like ? std::string(library_.text(like).title) : each.text,
                       .work = is_like ? library_.work_name(like) : std::string(),
                       .share = each.share};
  };
  return to_list<ReasonList>(of->reasons(library_.works().work_of(paper), kReasonWords), value);
}

SimilarRowList Learning::similar_to(const Strings& works, const Strings& titles, uint32_t count) {
  library_.commit();
  const SimilarPapers similar(library_, to_papers(works, library_), to_texts(titles));
  const Query no_query;
  Highlighter highlighter(no_query);
  return to_list<SimilarRowList>(similar.find(count), [&](const SimilarPaper& each) {
    return SimilarRowValue{.row = bindings::to_value(library_, make_row(library_, each.paper, highlighter)),
                           .shared = to_list_of(similar.shared_with(each.paper, kSharedWords))};
  });
}

TrendsValue Learning::trends(uint32_t days, uint32_t most) {
  const double begin = emscripten_get_now();
  const Trends found = trends_of(library_, searcher_.learned().index(), days, most);
  const auto day = [](const TrendDay& each) {
    return TrendDayValue{.day = each.day, .works = each.works, .categories = to_numbers(each.of_categories)};
  };
  const auto term = [](const TermTrend& each) { return to_value(each); };
  const auto author = [](const NewAuthor& each) {
    return FacetCountValue{.value = each.name, .count = each.works};
  };
  return {.before = found.before,
          .after = found.after,
          .categories = to_list_of(found.categories),
          .days = to_list<TrendDayList>(found.days, day),
          .rising = to_list<TermTrendList>(found.rising, term),
          .falling = to_list<TermTrendList>(found.falling, term),
          .newAuthors = to_list<FacetCountList>(found.new_authors, author),
          .milliseconds = emscripten_get_now() - begin};
}

void Learning::release() {
  interest_.reset();
  order_scores_ = {};
  searcher_.learned().release();
}

}  // namespace broadsheet::bindings
