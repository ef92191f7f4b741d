#include "core/search/suggestion.h"

#include <gtest/gtest.h>

#include "core/search/similar.h"
#include "core/search/spelling.h"
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
    Suggested suggested;
    uint32_t total;
  };
  const std::vector<Case> cases = {
      {"atention", "attention", Suggested::kInstead, 2},
      {"sparse atention", "sparse attention", Suggested::kInstead, 1},
      {"spasre atention", "sparse attention", Suggested::kInstead, 1},
      {"title:atention", "title:attention", Suggested::kInstead, 2},
      {"atentoin", "attention", Suggested::kInstead, 2},  // two edits, since nothing is closer
      {"\"sparse atention\"", "\"sparse attention\"", Suggested::kInstead, 1},
      {"tea -atention", "", Suggested::kNothing, 1},  // excluded words are not respelt
      {"attention", "", Suggested::kNothing, 2},
      {"qqqqqqqq", "", Suggested::kNothing, 0},
      {"大模型", "", Suggested::kNothing, 0},
      {"date:2030 atention", "", Suggested::kNothing, 0},  // the right spelling finds nothing either
      {"xy", "", Suggested::kNothing, 0},
  };
  for (const Case& c : cases) {
    Library library = three_papers();
    Searcher searcher(library);
    const Answer found = answer(library, searcher, {.text = c.query});
    EXPECT_EQ(found.suggestion, c.suggestion) << c.query;
    EXPECT_EQ(found.suggested, c.suggested) << c.query;
    EXPECT_EQ(found.results.total(), c.total) << c.query;
  }
}

TEST(Suggestion, RespellsWordsOfANameWhoseOtherOrderIsTriedToo) {
  Library library;
  testing::add(library,
               {DraftPaper{.title = "Tea", .authors = "Pin-Hsun Lin", .abstract = "input lines"},
                DraftPaper{.id = "2601.00002", .title = "Sun", .authors = "Ana Kin", .abstract = "pin"}});
  library.commit();
  Searcher searcher(library);
  for (const char* query : {"\"Lin, Pin-Hsun\" input implementation", "\"Linn, Pin-Hsunn\" input",
                            "\"Lim, Pan-Hsin\"", "author:\"Lim, Pan-Hsin\" tea"}) {
    const Answer found = answer(library, searcher, {.text = query});
    EXPECT_LE(found.results.total(), 2u) << query;
  }
}

TEST(Suggestion, RespellsWordsWhereTheyWereTypedWhateverIsAroundThem) {
  const struct {
    std::string query, suggestion;
    uint32_t total;
  } kCases[] = {
      // A hyphen after a word is no minus, whether or not the word is known.
      {"spasre-atention", "sparse-attention", 1},
      {"(sparse OR atention) compresion", "(sparse OR attention) compression", 1},
      {"spasre NEAR/3 atention", "sparse NEAR/3 attention", 1},
      {"retreival AND kettels", "retrieval AND kettles", 1},
      // The name of a field is no word, and an excluded word is not respelt, though the same is searched.
      {"abstract:abstracts", "", 0},
      {"-atention compresion", "-atention compression", 1},
      {"-atention atention", "-atention attention", 2},
      {"\"atention atention\"", "", 0},
      {"\"sparse atention\" atention", "\"sparse attention\" attention", 1},
  };
  for (const auto& c : kCases) {
    Library library = three_papers();
    Searcher searcher(library);
    const Answer found = answer(library, searcher, {.text = c.query});
    EXPECT_EQ(found.suggestion, c.suggestion) << c.query;
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
  EXPECT_EQ(found.suggested, Suggested::kOffered);
  EXPECT_EQ(found.results.total(), 1u);
}

// Titles have a high weight: a word there matches a query well.
Library virtual_and_visual() {
  Library library;
  std::vector<DraftPaper> papers(12);
  for (size_t i = 0; i < papers.size(); ++i) {
    papers[i].id = "2601.000" + std::to_string(10 + i);
    papers[i].title = "Paper " + std::to_string(i);
    papers[i].abstract = i < 6 ? "visual tokens of any transformer" : "nothing of it";
  }
  papers[7].title = "Virtual transformer";
  papers[8].title = "Steering before they speak: logits";
  papers[9].abstract = "steering a car towards the peak of many logits, and of peaks";
  testing::add(library, papers);
  library.commit();
  return library;
}

TEST(Suggestion, TakesTheSpellingThatPapersFillBestNotTheOneOfMostPapers) {
  Library library = virtual_and_visual();
  Searcher searcher(library);
  ASSERT_EQ(searcher.search({.text = "visual transformer"}).total(), 6u);
  EXPECT_EQ(answer(library, searcher, {.text = "vitual transformer"}).suggestion, "virtual transformer");
}

TEST(Suggestion, IncludesPapersThatFillTheQueryBetterWithAnotherSpelling) {
  struct Case {
    std::string query;
    bool typing;
    Suggested suggested;
    uint32_t total;
    std::string suggestion, as_typed;
  };
  const std::vector<Case> cases = {
      {"steering peak logits", false, Suggested::kIncluded, 2, "steering speak logits",
       "steering (peak) logits"},
      {"logits title:peak", false, Suggested::kInstead, 1, "logits title:speak", ""},
      {"steering logits abstract:peak", false, Suggested::kNothing, 1, "", ""},
      // What an unfinished word finds is still found.
      {"steering logits peak", true, Suggested::kIncluded, 2, "steering logits speak",
       "steering logits (peak*)"},
      {"steering (peak) logits", false, Suggested::kNothing, 1, "", ""},
      {"steering \"peak\" logits", false, Suggested::kNothing, 1, "", ""},
      {"steering peak~ logits", false, Suggested::kNothing, 2, "", ""},
      {"steering speak logits", false, Suggested::kNothing, 1, "", ""},
      {"peak", false, Suggested::kNothing, 1, "", ""},
  };
  for (const Case& c : cases) {
    Library library = virtual_and_visual();
    Searcher searcher(library);
    Answer found = answer(library, searcher, {.text = c.query, .typing = c.typing});
    EXPECT_EQ(found.suggested, c.suggested) << c.query;
    EXPECT_EQ(found.results.total(), c.total) << c.query;
    EXPECT_EQ(found.suggestion, c.suggestion) << c.query;
    EXPECT_EQ(found.as_typed, c.as_typed) << c.query;
    if (c.suggested != Suggested::kIncluded) continue;
    EXPECT_EQ(library.text(found.results.hit(0).paper).title, "Steering before they speak: logits")
        << c.query;
    const SearchRequest typed{.text = c.query, .typing = c.typing};
    const Answer left = answer(library, searcher, {.text = c.as_typed, .typing = c.typing});
    EXPECT_EQ(left.suggested, Suggested::kNothing) << c.query;
    EXPECT_EQ(left.results.total(), searcher.search(typed).total()) << c.query;
  }
}

TEST(Suggestion, IncludesNothingThatTheFiltersLeaveOut) {
  Library library = virtual_and_visual();
  testing::add(library, {DraftPaper{.id = "2602.00001",
                                    .title = "Other",
                                    .category = "math.DG",
                                    .abstract = "steering, peak, logits"}});
  Searcher searcher(library);
  const Answer found = answer(library, searcher, {.text = "steering peak logits", .categories = {"math.DG"}});
  EXPECT_EQ(found.suggested, Suggested::kNothing);
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
               {DraftPaper{.title = "Kettle physics", .abstract = "boiling kettles"},
                DraftPaper{.id = "2601.00002", .title = "Graphs", .abstract = "networks"},
                DraftPaper{.id = "2601.00003", .title = "A kettle survey", .abstract = "kettles that boil"},
                DraftPaper{.id = "2601.00004", .title = "Boiling", .abstract = "water"}},
               "2026-01-13.md");
  testing::add(library, {DraftPaper{.title = "Kettle physics", .abstract = "boiling kettles"}},
               "2026-01-14.md");
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
