#include "core/search/similar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

class SimilarPapersTest : public ::testing::Test {
 protected:
  SimilarPapersTest() {
    testing::add(
        library_,
        {DraftPaper{.id = "2601.00001",
                    .title = "One",
                    .tldr = "",
                    .abstract = "A draft model and its acceptance rate"},
         DraftPaper{.id = "2601.00002", .title = "Two", .tldr = "", .abstract = "Kettles boil water"},
         DraftPaper{
             .id = "2601.00003", .title = "Three", .tldr = "", .abstract = "Draft models accept tokens"},
         DraftPaper{.id = "2601.00004", .title = "Four", .tldr = "", .abstract = "Boiling kettles of soup"},
         DraftPaper{.id = "2601.00005", .title = "Five", .tldr = "", .abstract = "Nothing of the kind"}});
    library_.commit();
  }
  std::vector<std::string> titles(const std::vector<PaperOrdinal>& papers) {
    std::vector<std::string> found;
    for (const SimilarPaper& each : SimilarPapers(library_, papers).find(10))
      found.emplace_back(library_.text(each.paper).title);
    return found;
  }
  Library library_;
};

TEST_F(SimilarPapersTest, AreFoundByTheWordsOfTheAbstractInAnyForm) {
  EXPECT_EQ(titles({0}), std::vector<std::string>{"Three"});
  EXPECT_EQ(titles({1}), std::vector<std::string>{"Four"});
}

TEST_F(SimilarPapersTest, OfSeveralAreLikeAnyOfThem) {
  std::vector<std::string> both = titles({0, 1});
  std::sort(both.begin(), both.end());
  EXPECT_EQ(both, (std::vector<std::string>{"Four", "Three"}));
}

TEST_F(SimilarPapersTest, ShareWhatTheOtherPaperWrites) {
  const PaperOrdinal first = 0;
  const auto shared = SimilarPapers(library_, std::span(&first, 1)).shared_with(2, 3);
  ASSERT_FALSE(shared.empty());
  EXPECT_EQ(shared.front(), "Draft models accept");
}

TEST_F(SimilarPapersTest, AreFoundForATitleThatTheLibraryHasNot) {
  const std::vector<std::string> known = {"Boiled Soup"};
  const SimilarPapers similar(library_, {}, known);
  const std::vector<SimilarPaper> found = similar.find(10);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(library_.text(found[0].paper).title, "Four");
  EXPECT_EQ(library_.text(found[1].paper).title, "Two");
  EXPECT_FALSE(similar.shared_with(found[0].paper, 3).empty());
  const std::vector<std::string> unlike = {"", "Zeppelins"};
  EXPECT_TRUE(SimilarPapers(library_, {}, unlike).find(10).empty());
}

TEST_F(SimilarPapersTest, OfNoneAreNone) { EXPECT_TRUE(titles({}).empty()); }

}  // namespace
}  // namespace broadsheet
