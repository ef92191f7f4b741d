#include "core/learned/interest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/learned/learned.h"
#include "core/match/ranking.h"
#include "tests/core/learned/random_library.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

// The scores of a library, by the works' names.
std::map<std::string, float> scores_of(Library& library, const Interest& interest) {
  std::map<std::string, float> scores;
  for (WorkId work = 0; work < library.works().count(); ++work)
    scores[library.work_name(library.works().first(work))] = interest.scores()[work];
  return scores;
}

bool is_among(const std::vector<WorkId>& works, WorkId wanted) {
  return std::find(works.begin(), works.end(), wanted) != works.end();
}

WorkId work(const Library& library, std::string_view id) { return *library.works().find(id); }

class InterestTest : public ::testing::Test {
 protected:
  InterestTest() {
    std::vector<DraftPaper> papers;
    const std::string rest = " of many networks with several steps";
    for (int i = 0; i < 40; ++i) {
      DraftPaper& paper = papers.emplace_back();
      paper.id = "2601.0" + std::to_string(1000 + i);
      paper.title = i % 4 == 0 ? "KV cache compression" : i % 4 == 1 ? "Graph pooling" : "Robot arms";
      paper.abstract = paper.title + rest;
      paper.authors = "Author " + std::to_string(i) + ",Song Han " + std::to_string(i % 8);
      paper.category = i % 2 == 0 ? "cs.LG" : "cs.RO";
      paper.tldr = "";
    }
    testing::add(library_, papers);
  }
  std::vector<WorkId> works(const std::vector<std::string>& ids) {
    library_.commit();
    std::vector<WorkId> found;
    for (const std::string& id : ids) found.push_back(work(library_, id));
    return found;
  }
  Interest learn(Told told) { return {library_, learned_.index(), learned_.vectors(), std::move(told)}; }
  float score(const Interest& interest, std::string_view id) { return interest.scores()[work(library_, id)]; }

  Library library_;
  Learned learned_{library_};
  const std::vector<std::string> kStars = {"2601.01000", "2601.01004", "2601.01008"};
};

TEST_F(InterestTest, PutsPapersLikeTheStarredFirst) {
  const Interest interest = learn({.starred = works(kStars)});
  EXPECT_TRUE(interest.knows_enough());
  EXPECT_GT(score(interest, "2601.01012"), 0.9f);
  EXPECT_LT(score(interest, "2601.01013"), 0.1f);
  EXPECT_TRUE(interest.is_for_you(work(library_, "2601.01016")));
}

TEST_F(InterestTest, MarksTheBestOfTheLastDaysThatAreNotStarred) {
  const std::vector<WorkId> marked = learn({.starred = works(kStars)}).for_you(10);
  ASSERT_GE(marked.size(), 2u);
  for (const WorkId each : marked) {
    EXPECT_EQ(library_.text(library_.works().first(each)).title, "KV cache compression");
    EXPECT_FALSE(is_among(works(kStars), each));
  }
  EXPECT_EQ(learn({.starred = works(kStars)}).for_you(1).size(), 1u);
}

TEST_F(InterestTest, KnowsTooLittleBelowThreeStars) {
  const Interest interest = learn({.starred = works({"2601.01000", "2601.01004"})});
  EXPECT_FALSE(interest.knows_enough());
  EXPECT_EQ(*std::max_element(interest.scores().begin(), interest.scores().end()), 0);
  EXPECT_TRUE(interest.reasons(0, 5).empty());
  EXPECT_FALSE(interest.is_for_you(0));
}

TEST_F(InterestTest, SaysWhyAsThePaperWritesIt) {
  const Interest interest = learn({.starred = works(kStars)});
  const auto reasons = interest.reasons(work(library_, "2601.01016"), 3);
  ASSERT_FALSE(reasons.empty());
  const auto has = [&](InterestReason::Kind kind, std::string_view text) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](const InterestReason& each) { return each.kind == kind && each.text == text; });
  };
  EXPECT_TRUE(has(InterestReason::Kind::kWord, "KV cache compression"));
  EXPECT_TRUE(has(InterestReason::Kind::kAuthor, "Song Han 0"));
  const auto like = std::find_if(reasons.begin(), reasons.end(), [](const InterestReason& each) {
    return each.kind == InterestReason::Kind::kLike;
  });
  ASSERT_NE(like, reasons.end());
  EXPECT_EQ(library_.text(library_.works().first(like->work)).title, "KV cache compression");
}

TEST_F(InterestTest, CountsIgnoredReasonsForNothing) {
  const Interest interest = learn({.starred = works(kStars),
                                   .ignored_words = {"KV cache", "compression"},
                                   .ignored_authors = {"Song Han 0"}});
  EXPECT_LT(score(interest, "2601.01016"), 0.1f);
  for (const InterestReason& each : interest.reasons(work(library_, "2601.01016"), 3)) {
    EXPECT_NE(each.text, "Song Han 0");
    EXPECT_EQ(each.text.find("ompression"), std::string::npos);
  }
}

TEST_F(InterestTest, LowersWhatWasRefused) {
  Told told{.starred = works({"2601.01000", "2601.01004", "2601.01001"})};
  const float before = score(learn(told), "2601.01005");
  told.refused = works({"2601.01009", "2601.01013", "2601.01017"});
  const float refused = score(learn(told), "2601.01005");
  std::swap(told.refused, told.done);
  EXPECT_LT(refused, before);
  EXPECT_LT(refused, score(learn(told), "2601.01005"));
}

TEST_F(InterestTest, FollowsAndMutesWithoutAnyStar) {
  const Interest interest = learn({.followed_words = {"graph pooling"},
                                   .followed_authors = {"song han 3"},
                                   .muted_words = {"robot"},
                                   .muted_categories = {}});
  EXPECT_EQ(score(interest, "2601.01001"), kFollowedWeight);
  EXPECT_EQ(score(interest, "2601.01000"), 0);
  EXPECT_EQ(score(interest, "2601.01003"), kFollowedWeight - kMutedWeight);
  EXPECT_EQ(score(interest, "2601.01002"), -kMutedWeight);
  EXPECT_EQ(interest.reasons(work(library_, "2601.01001"), 3).front().text, "graph pooling");
}

TEST_F(InterestTest, LearnsFromTitlesOfACollection) {
  const Interest interest =
      learn({.collected = {{"A cache", {"Song Han 1"}}, {"Compression of caches", {}}, {"KV", {}}}});
  EXPECT_TRUE(interest.knows_enough());
  EXPECT_GT(score(interest, "2601.01012"), score(interest, "2601.01013"));
  EXPECT_GT(score(interest, "2601.01001"), score(interest, "2601.01005"));
}

TEST_F(InterestTest, AStarUndoneIsAsIfItNeverWas) {
  const std::vector<float> before = learn({.starred = works(kStars)}).scores();
  std::vector<WorkId> more = works({"2601.01000", "2601.01004", "2601.01008", "2601.01001"});
  EXPECT_NE(learn({.starred = more}).scores(), before);
  more.pop_back();
  std::reverse(more.begin(), more.end());
  EXPECT_EQ(learn({.starred = more}).scores(), before);
}

TEST(InterestModelTest, ScoresAsTheFormulasSayInAnyOrderOfDigests) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<testing::NamedDigest> digests = testing::random_digests(seed);
    Library library;
    testing::add_all(library, digests);
    Learned learned(library);
    const ForwardIndex& index = learned.index();
    const auto n = static_cast<double>(index.row_count());
    if (n < 5) continue;
    std::vector<std::map<uint32_t, double>> vectors(index.row_count());
    std::map<uint32_t, double> mean;
    for (ForwardIndex::Row row = 0; row < index.row_count(); ++row) {
      double squares = 0;
      index.for_each(row, [&](ForwardIndex::Term term, TermCounts counts) {
        const double weight = (1 + std::log(3.0 * counts.title + counts.body)) *
                              inverse_document_frequency(index.row_count(), index.document_frequency(term));
        vectors[row][term] = weight;
        squares += weight * weight;
      });
      for (auto& [term, weight] : vectors[row]) mean[term] += (weight /= std::sqrt(squares)) / n;
    }
    std::vector<ForwardIndex::Row> starred = {0, 2, 3};
    std::map<uint32_t, double> centroid;
    std::map<uint32_t, double> among;
    for (const ForwardIndex::Row row : starred) {
      for (const auto& [term, weight] : vectors[row]) {
        centroid[term] += weight / 3;
        among[term] += 1;
      }
    }
    std::map<uint32_t, double> weights;
    for (const auto& [term, in_mean] : mean) {
      const double p = (index.document_frequency(term) + 1) / n;
      const double odds = std::clamp(std::log((among[term] + 3 * p) / (3 + 3) / p), -1.0, 3.0);
      weights[term] = centroid[term] * std::max(odds, 0.0) - in_mean * std::max(-odds, 0.0);
    }
    const auto dot = [&](ForwardIndex::Row row) {
      double sum = 0;
      for (const auto& [term, weight] : vectors[row]) sum += weight * weights[term];
      return sum;
    };
    const double scale = 3 / (dot(0) + dot(2) + dot(3));
    Told told;
    for (const ForwardIndex::Row row : starred) told.starred.push_back(index.work_of(row));
    std::vector<std::string> names;
    for (const WorkId each : told.starred) {
      for (const FacetId author : library.facets().authors_of(library.works().first(each)))
        told.ignored_authors.emplace_back(library.facets().authors().value(author));
      names.push_back(library.work_name(library.works().first(each)));
    }
    if (scale <= 0 || !std::isfinite(scale)) continue;
    const Interest interest(library, index, learned.vectors(), told);
    for (ForwardIndex::Row row = 0; row < index.row_count(); ++row)
      EXPECT_NEAR(interest.scores()[index.work_of(row)], scale * dot(row),
                  1e-3 * std::max(1.0, std::abs(scale)));

    std::reverse(digests.begin(), digests.end());
    Library other;
    testing::add_all(other, digests);
    Learned of_other(other);
    of_other.index();
    Told told_other;
    told_other.ignored_authors = told.ignored_authors;
    for (const std::string& name : names)
      told_other.starred.push_back(other.works().work_of(other.best_of(name)));
    const Interest again(other, of_other.index(), of_other.vectors(), told_other);
    EXPECT_EQ(scores_of(library, interest), scores_of(other, again));
  }
}

TEST_F(InterestTest, NamesTheAuthorsOfMostStarredPapersFirst) {
  Told told{.starred = works({"2601.01000", "2601.01008", "2601.01016"})};
  EXPECT_EQ(learn(told).authors(3), (std::vector<std::string>{"Song Han 0", "Author 0", "Author 16"}));
  told.ignored_authors = {"Song Han 0"};
  EXPECT_EQ(learn(told).authors(10), (std::vector<std::string>{"Author 0", "Author 16", "Author 8"}));
  EXPECT_TRUE(learn({}).authors(3).empty());
}

}  // namespace
}  // namespace broadsheet
