#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/search/searcher.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

class ForYouOrderTest : public ::testing::Test {
 protected:
  ForYouOrderTest() {
    testing::add(library_,
                 {{.id = "2601.00001", .title = "Old tea"}, {.id = "2601.00002", .title = "Old cup"}},
                 "2026-01-01.md");
    testing::add(library_, {{.id = "2601.00003", .title = "New tea"}}, "2026-01-02.md");
    library_.commit();
  }

  std::vector<std::string> titles(const std::vector<float>& scores, const std::string& text = "") {
    SearchRequest request{.text = text, .order = Order::kForYou};
    request.work_scores = scores;
    ResultSet results = search(library_, request);
    std::vector<std::string> titles;
    for (uint32_t rank = 0; rank < results.total(); ++rank)
      titles.emplace_back(library_.text(results.hit(rank).paper).title);
    return titles;
  }

  Library library_;
};

TEST_F(ForYouOrderTest, PutsTheHighestScoreFirst) {
  EXPECT_EQ(titles({0.2f, 0.9f, -1.0f}), (std::vector<std::string>{"Old cup", "Old tea", "New tea"}));
}

TEST_F(ForYouOrderTest, PutsTheNewestFirstAmongEqualScores) {
  EXPECT_EQ(titles({0.5f, 0.5f, 0.5f}), (std::vector<std::string>{"New tea", "Old tea", "Old cup"}));
}

TEST_F(ForYouOrderTest, OutweighsTheWordsOfTheQuery) {
  EXPECT_EQ(titles({0.9f, 0, 0.1f}, "new tea OR old tea"), (std::vector<std::string>{"Old tea", "New tea"}));
}

TEST_F(ForYouOrderTest, IsTheNewestFirstWithoutScoresOfThisLibrary) {
  const std::vector<std::string> newest = {"New tea", "Old tea", "Old cup"};
  EXPECT_EQ(titles({}), newest);
  EXPECT_EQ(titles({0.1f, 0.9f}), newest);
}

}  // namespace
}  // namespace broadsheet
