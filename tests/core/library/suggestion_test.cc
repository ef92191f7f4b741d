#include "core/library/suggestion.h"

#include <gtest/gtest.h>

#include "core/library/similar.h"
#include "core/library/spelling.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

Library three_papers() {
  Library library;
  testing::add(library,
               {DraftPaper{.title = "Sparse attention", .abstract = "compression of attention"},
                DraftPaper{.id = "2601.00002", .title = "Dense attention", .abstract = "retrieval"},
                DraftPaper{.id = "2601.00003", .title = "Tea", .abstract = "kettles and retrieval"}});
  library.commit();
  return library;
}

TEST(Suggestion, RespellsWhatIsNowhereAndShowsItsResults) {
  struct Case {
    std::string query, suggestion;
    bool applied;
    uint32_t total;
  };
  const std::vector<Case> cases = {
      {"atention", "attention", true, 2},
      {"sparse atention", "sparse attention", true, 1},
      {"spasre atention", "sparse attention", true, 1},
      {"title:atention", "title:attention", true, 2},
      {"atentoin", "attention", true, 2},  // two edits, since there is nothing nearer
      {"\"sparse atention\"", "\"sparse attention\"", true, 1},
      {"tea -atention", "", false, 1},  // what is excluded is not respelt
      {"attention", "", false, 2},
      {"qqqqqqqq", "", false, 0},
      {"大模型", "", false, 0},
      {"date:2030 atention", "", false, 0},  // the right spelling finds nothing either
      {"xy", "", false, 0},
  };
  for (const Case& c : cases) {
    Library library = three_papers();
    Searcher searcher(library);
    const Answer found = answer(library, searcher, {.text = c.query});
    EXPECT_EQ(found.suggestion, c.suggestion) << c.query;
    EXPECT_EQ(found.applied, c.applied) << c.query;
    EXPECT_EQ(found.results.total(), c.total) << c.query;
  }
}

TEST(Suggestion, OffersASpellingThatFindsMuchMoreThanATypoOfTheDigest) {
  Library library;
  std::vector<DraftPaper> papers(30);
  for (size_t i = 0; i < papers.size(); ++i) {
    papers[i].id = "2601.000" + std::to_string(10 + i);
    papers[i].title = i == 0 ? "Atention" : "Attention";
  }
  testing::add(library, papers);
  Searcher searcher(library);
  const Answer found = answer(library, searcher, {.text = "atention"});
  EXPECT_EQ(found.suggestion, "attention");
  EXPECT_FALSE(found.applied);
  EXPECT_EQ(found.results.total(), 1u);
}

TEST(Spelling, PrefersFrequentWordsAndTheSameFirstLetter) {
  Library library;
  testing::add(
      library,
      {DraftPaper{.title = "model mode"}, DraftPaper{.id = "2601.00002", .title = "model yodel"},
       DraftPaper{.id = "2601.00003", .title = "yodel"}, DraftPaper{.id = "2601.00004", .title = "yodel"}});
  library.commit();
  std::vector<std::string> words;
  for (const Respelling& each : respell(library, "modl", 8)) words.push_back(each.word);
  EXPECT_EQ(words, (std::vector<std::string>{"model", "mode"}));
  EXPECT_EQ(respell(library, "nodel", 8).front().word, "yodel");
  EXPECT_TRUE(respell(library, "模型", 8).empty());
}

TEST(SimilarPapers, ShareTellingWordsAndAreOtherWorks) {
  Library library;
  testing::add(library,
               {DraftPaper{.title = "Kettle physics", .tldr = "boiling kettles"},
                DraftPaper{.id = "2601.00002", .title = "Graphs", .tldr = "networks"},
                DraftPaper{.id = "2601.00003", .title = "A kettle survey", .tldr = "kettles that boil"},
                DraftPaper{.id = "2601.00004", .title = "Boiling", .tldr = "water"}},
               "2026-01-13.md");
  testing::add(library, {DraftPaper{.title = "Kettle physics", .tldr = "boiling kettles"}}, "2026-01-14.md");
  library.commit();
  std::vector<std::string> near;
  for (const SimilarPaper& each : similar_papers(library, 0, 10))
    near.emplace_back(library.text(each.paper).title);
  ASSERT_GE(near.size(), 2u);
  EXPECT_EQ(near[0], "A kettle survey");
  EXPECT_EQ(near[1], "Boiling");
  EXPECT_EQ(std::count(near.begin(), near.end(), "Kettle physics"), 0);
  EXPECT_EQ(similar_papers(library, 0, 1).size(), 1u);
}

}  // namespace
}  // namespace broadsheet
