#include "core/learned/trends.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/learned/learned.h"
#include "core/learned/log_likelihood.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

// Ten days of twenty papers: of the last five days a half are about "mamba", of the first five about "lstm".
class TrendsTest : public ::testing::Test {
 protected:
  TrendsTest() {
    int number = 1000;
    for (int day = 1; day <= 10; ++day) {
      std::vector<DraftPaper> papers;
      for (int i = 0; i < 20; ++i) {
        const std::string word = i % 2 == 0 ? "vision" : day > 5 ? "mamba" : "lstm";
        papers.push_back({.id = "2601.0" + std::to_string(number++),
                          .title = "On " + word,
                          .authors = day > 5 && i == 0 ? "New Comer" : "Old Hand",
                          .category = i < 15 ? "cs.LG" : "cs.CV"});
      }
      testing::add(library_, papers, (day < 10 ? "2026-01-0" : "2026-01-") + std::to_string(day) + ".md");
    }
  }
  Library library_;
  Learned learned_{library_};
};

TEST_F(TrendsTest, TellWhatRisesAndFalls) {
  const ForwardIndex& index = learned_.index();
  const Trends trends = trends_of(library_, index, 5, 10);
  EXPECT_EQ(trends.before, 100u);
  EXPECT_EQ(trends.after, 100u);
  ASSERT_EQ(trends.rising.size(), 1u);
  EXPECT_EQ(trends.rising[0].text, "mamba");
  EXPECT_EQ(trends.rising[0].before, 0u);
  EXPECT_EQ(trends.rising[0].after, 50u);
  EXPECT_EQ(trends.rising[0].by_day, (std::vector<uint32_t>{0, 0, 0, 0, 0, 10, 10, 10, 10, 10}));
  ASSERT_EQ(trends.falling.size(), 1u);
  EXPECT_EQ(trends.falling[0].text, "lstm");
}

TEST_F(TrendsTest, CountPapersByDayAndCategory) {
  const Trends trends = trends_of(library_, learned_.index(), 2, 10);
  ASSERT_EQ(trends.days.size(), 4u);
  EXPECT_EQ(trends.days[0].day, "2026-01-07");
  EXPECT_EQ(trends.categories, (std::vector<std::string>{"cs.LG", "cs.CV"}));
  EXPECT_EQ(trends.days[0].of_categories, (std::vector<uint32_t>{15, 5}));
  EXPECT_TRUE(trends.rising.empty() && trends.falling.empty());
}

TEST_F(TrendsTest, NameAuthorsWhoAreNew) {
  const Trends trends = trends_of(library_, learned_.index(), 5, 10);
  ASSERT_EQ(trends.new_authors.size(), 1u);
  EXPECT_EQ(trends.new_authors[0].name, "New Comer");
  EXPECT_EQ(trends.new_authors[0].works, 5u);
}

// Ten days of twenty papers, of which ten a day are titled as `before` in the first five days and as `after`
// later.
Trends trends_between(const std::string& before, const std::string& after) {
  Library library;
  int number = 1000;
  for (int day = 1; day <= 10; ++day) {
    std::vector<DraftPaper> papers;
    for (int i = 0; i < 20; ++i)
      papers.push_back({.id = "2601.0" + std::to_string(number++),
                        .title = i % 2 == 0 ? "Green cup"
                                 : day > 5  ? after
                                            : before});
    testing::add(library, papers, (day < 10 ? "2026-01-0" : "2026-01-") + std::to_string(day) + ".md");
  }
  Learned learned(library);
  return trends_of(library, learned.index(), 5, 10);
}

std::vector<std::string> texts_of(const std::vector<TermTrend>& trends) {
  std::vector<std::string> texts;
  for (const TermTrend& each : trends) texts.push_back(each.text);
  return texts;
}

TEST(TrendsOfPhrasesTest, TellThePhraseInPlaceOfItsWords) {
  const Trends trends = trends_between("Plain tea", "World models for tea");
  EXPECT_EQ(texts_of(trends.rising), (std::vector<std::string>{"world models"}));
  EXPECT_TRUE(trends.rising[0].is_phrase);
  EXPECT_EQ(trends.rising[0].after, 50u);
  EXPECT_EQ(trends.rising[0].by_day, (std::vector<uint32_t>{0, 0, 0, 0, 0, 10, 10, 10, 10, 10}));
  EXPECT_EQ(texts_of(trends.falling), (std::vector<std::string>{"plain tea"}));
}

TEST(TrendsOfPhrasesTest, TellTheLongestOfSeveral) {
  const Trends trends = trends_between("Plain tea", "Vision-language-action tea");
  EXPECT_EQ(texts_of(trends.rising),
            (std::vector<std::string>{"language action tea", "vision language action"}));
}

TEST(TrendsOfNothingTest, AreEmpty) {
  Library library;
  Learned learned(library);
  EXPECT_TRUE(trends_of(library, learned.index(), 7, 10).days.empty());
}

TEST(LogLikelihoodTest, IsZeroWhereNothingIsSurprising) {
  const LogLikelihood of(100);
  EXPECT_NEAR(of.ratio({5, 50, 10}), 0, 1e-9);
  EXPECT_GT(of.ratio({10, 50, 10}), kLeastSurprise);
  EXPECT_LT(of.ratio({2, 50, 2}), kLeastSurprise);
}

}  // namespace
}  // namespace broadsheet
