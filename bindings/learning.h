// learning.h: what the library teaches, for the page: the requests of core/learned as plain values.
//
// A request that comes after the library changed is answered from the library as it is now. rank() is what
// for_you(), reasons() and order_anew() refer to: after a change, or before the first rank(), these are
// empty.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bindings/values.h"
#include "core/learned/interest.h"
#include "core/learned/trends.h"
#include "core/search/searcher.h"

namespace broadsheet::bindings {

struct CollectedList : TypedVal {
  using TypedVal::TypedVal;
};
struct ReasonList : TypedVal {
  using TypedVal::TypedVal;
};
struct LearnedWordList : TypedVal {
  using TypedVal::TypedVal;
};
struct AlsoRowList : TypedVal {
  using TypedVal::TypedVal;
};
struct LearnedPartList : TypedVal {
  using TypedVal::TypedVal;
};
struct SimilarRowList : TypedVal {
  using TypedVal::TypedVal;
};
struct TrendDayList : TypedVal {
  using TypedVal::TypedVal;
};
struct TermTrendList : TypedVal {
  using TypedVal::TypedVal;
};

// What a person has said: works by their names (Row::work), all else as typed.
struct ToldValue {
  Strings starred;
  Strings refused;
  Strings done;
  CollectedList collected;
  Strings followedWords;
  Strings followedAuthors;
  Strings followedCategories;
  Strings mutedWords;
  Strings mutedAuthors;
  Strings mutedCategories;
  Strings ignoredWords;
  Strings ignoredAuthors;
};

struct RankValue {
  bool enough;       // whether three papers are starred or collected
  double threshold;  // the least score of what is marked as for the person
  Strings words;     // that say most about what was starred, as most papers write them
  Strings authors;   // of most of what was starred
  double milliseconds;
};

struct ReasonValue {
  std::string kind;  // "word", "author", "category" or "like"
  std::string text;  // as the paper or the person writes it; of "like", the title of the starred work
  std::string work;  // of "like": its name
  double share;      // of the score
};

struct LearnedWordValue {
  std::string text;
  std::string stem;  // for notLearned
  double weight;
};

struct AlsoValue {
  LearnedWordList words;  // the heaviest first
  uint32_t total;         // works that only these words find: alsoRows()
  double milliseconds;
};

struct AlsoRowValue {
  RowValue row;
  Numbers titleLearned;  // marks of learned words, where no other mark is
  Numbers summaryLearned;
};

struct LearnedPartValue {
  std::string text;
  std::string stem;
  double weight;
  double score;
  Strings from;  // titles of some papers that it was learned from
};

struct SimilarRowValue {
  RowValue row;
  Strings shared;  // words that both have, as the row's paper writes them
};

struct TrendDayValue {
  std::string day;
  uint32_t works;
  Numbers categories;  // one per Trends::categories
};

struct TermTrendValue {
  std::string text;
  bool isPhrase;  // of titles
  uint32_t before;
  uint32_t after;
  double surprise;
  Numbers days;  // one per Trends::days
};

struct TrendsValue {
  uint32_t before;
  uint32_t after;
  Strings categories;
  TrendDayList days;
  TermTrendList rising;
  TermTrendList falling;
  FacetCountList newAuthors;
  double milliseconds;
};

// No method throws; all are safe with any argument.
class Learning {
 public:
  // Both must outlive this.
  Learning(Library& library, Searcher& searcher) : library_(library), searcher_(searcher) {}

  // Papers that only learned words find for the request, besides what search() finds. `not_learned`: stems to
  // leave out.
  AlsoValue also(const SearchRequest& request, const Strings& not_learned);
  // Of the last also().
  AlsoRowList also_rows(uint32_t from, uint32_t count);
  LearnedPartList explain_also(uint32_t paper);

  RankValue rank(const ToldValue& told);
  // Names of works of the last 30 days that are marked as for the person, the best first, at most `most`.
  Strings for_you(uint32_t most);
  // The same for who told other things, of which nothing is kept: what a tag alone says.
  Strings for_told(const ToldValue& told, uint32_t most);
  ReasonList reasons(uint32_t paper);
  // The order "for you" follows the last rank() from now on. Until then a list stays as it is, whatever is
  // starred in it.
  void order_anew();
  // One per work: for SearchRequest::work_scores. Empty unless order_anew() was of the library as it is.
  std::span<const float> order_scores() const;

  // Similar to all of these works and titles together. `titles`: of papers that the library has not.
  SimilarRowList similar_to(const Strings& works, const Strings& titles, uint32_t count);
  TrendsValue trends(uint32_t days, uint32_t most);

  // Makes a piece of what is learned first from the library: some tens of milliseconds. Returns whether it is
  // there. Unless this is called, what needs it makes all of it at once.
  bool prepare() { return searcher_.learned().prepare(kPostingsOfStep); }

  // Gives the memory back. What is asked for next is learned anew.
  void release();
  double bytes() { return static_cast<double>(searcher_.learned().byte_count()); }

 private:
  static constexpr size_t kPostingsOfStep = 300'000;
  Strings names_of(const std::vector<WorkId>& works) const;
  // The interest, if it is of the library as it is.
  const Interest* interest();

  Library& library_;
  Searcher& searcher_;
  uint64_t edition_ = 0;  // of the library that interest_ is of
  Told told_;
  std::optional<Interest> interest_;
  uint64_t edition_of_order_ = 0;
  std::vector<float> order_scores_;
  uint64_t edition_of_also_ = 0;
  std::optional<ResultSet> also_;
  std::string also_text_;
};

}  // namespace broadsheet::bindings
