#include "core/search/completion.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

class CompletionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    testing::add(
        library_,
        {DraftPaper{
             .id = "2601.00001", .title = "Diffusion models for tea", .authors = "Wei Zhang,Ada Lovelace"},
         DraftPaper{.id = "2601.00002",
                    .title = "Fast diffusion models",
                    .authors = "Wei Zhang",
                    .category = "cs.CV"},
         DraftPaper{
             .id = "2601.00003", .title = "Diffusion policy", .authors = "Kurt Gödel", .category = "cs.CV"},
         DraftPaper{
             .id = "2601.00004", .title = "Diffusion policy again", .authors = "Wei Zhang,Kurt Gödel"}});
    testing::add(
        library_,
        {DraftPaper{
            .id = "2601.00004", .title = "Diffusion policy again", .authors = "Wei Zhang,Kurt Gödel"}},
        "2026-01-15.md");
  }

  // As `kind text papers`, at the place they replace.
  std::vector<std::string> complete(const std::string& text) {
    constexpr const char* kKinds[] = {"field", "category", "author", "phrase", "word"};
    std::vector<std::string> lines;
    for (const Completion& each : completer_.complete(text, text.size()))
      lines.push_back(std::string(kKinds[static_cast<size_t>(each.kind)]) + " " + text.substr(0, each.begin) +
                      "|" + each.text + "| " + std::to_string(each.works));
    return lines;
  }
  bool offers(const std::string& text, const std::string& line) {
    const auto lines = complete(text);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  }

  Library library_;
  Searcher searcher_{library_};
  Completer completer_{library_, searcher_};
};

TEST_F(CompletionTest, OffersAnAuthorInTexOnceAsTheNameIsShown) {
  testing::add(
      library_,
      {DraftPaper{.id = "2601.00005", .title = "Tea", .authors = R"(Kurt G\"odel,{\"O}zg{\"u}r Probe)"}},
      "2026-01-16.md");
  EXPECT_EQ(complete("author:go"), (std::vector<std::string>{"author |author:\"Kurt Gödel\"| 3"}));
  EXPECT_EQ(complete("author:oz"), (std::vector<std::string>{"author |author:\"Özgür Probe\"| 1"}));
}

TEST_F(CompletionTest, OffersAuthorsByAnyPartOfTheirNameWithTheirWorks) {
  EXPECT_TRUE(offers("zha", "author |author:\"Wei Zhang\"| 3"));
  EXPECT_TRUE(offers("we", "author |author:\"Wei Zhang\"| 3"));
  EXPECT_TRUE(offers("godel", "author |author:\"Kurt Gödel\"| 2"));
  EXPECT_EQ(complete("author:go"), (std::vector<std::string>{"author |author:\"Kurt Gödel\"| 2"}));
  EXPECT_EQ(complete("tea -au:\"wei z"), (std::vector<std::string>{"author tea -|author:\"Wei Zhang\"| 3"}));
  EXPECT_EQ(complete("author:").front(), "author |author:\"Wei Zhang\"| 3");
}

TEST_F(CompletionTest, OffersCategories) {
  EXPECT_EQ(complete("cat:cs"),
            (std::vector<std::string>{"category |cat:cs.LG| 2", "category |cat:cs.CV| 2"}));
  EXPECT_TRUE(offers("tea cs.c", "category tea |cat:cs.CV| 2"));
}

TEST_F(CompletionTest, OffersNamesOfFields) {
  EXPECT_TRUE(offers("tit", "field |title:| 0"));
  EXPECT_TRUE(offers("tea abs", "field tea |abstract:| 0"));
}

TEST_F(CompletionTest, OffersPhrasesOfTitlesAndNoneThatEndsInTheMiddle) {
  EXPECT_TRUE(offers("diff", "phrase |\"diffusion models\"| 2"));
  EXPECT_TRUE(offers("diff", "phrase |\"diffusion policy\"| 2"));
  EXPECT_TRUE(offers("diffusion mo", "phrase |\"diffusion models\"| 2"));
  EXPECT_FALSE(offers("diff", "phrase |\"diffusion models for\"| 1"));
}

TEST_F(CompletionTest, SaysNothingToNothing) {
  for (const char* text : {"", "tea ", "\"", "(", "-", "qqqq", ":"})
    EXPECT_TRUE(complete(text).empty()) << text;
}

}  // namespace
}  // namespace broadsheet
