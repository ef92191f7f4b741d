#include "core/library/works.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "core/search/searcher.h"
#include "core/show/rows.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/facets.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::add;
using testing::DraftPaper;
using testing::read_all;

uint32_t count_of(const std::vector<testing::NamedCount>& facet, std::string_view value) {
  for (const testing::NamedCount& entry : facet) {
    if (entry.value == value) return entry.count;
  }
  return 0;
}

std::string shown_tldr(Library& library, SearchRequest request = {}) {
  ResultSet results = search(library, request);
  if (results.total() == 0) return "nothing";
  return std::string(library.paper(results.hit(0).paper).paper.text(TextField::kTldr).value_or("none"));
}

TEST(Works, APaperOnSeveralDaysIsFoundOnceAndCountsForEachDay) {
  Library library;
  add(library, {DraftPaper{.title = "Tea", .tldr = "old"}, DraftPaper{.id = "2601.00002"}}, "2026-01-13.md");
  add(library, {DraftPaper{.title = "Tea", .tldr = "new"}}, "2026-01-14.md");
  EXPECT_EQ(library.works().count(), 2u);
  ResultSet results = search(library, {.text = "tea"});
  ASSERT_EQ(results.total(), 1u);
  EXPECT_EQ(count_of(testing::day_counts(library, results), "2026-01-13"), 1u);
  EXPECT_EQ(count_of(testing::day_counts(library, results), "2026-01-14"), 1u);
  EXPECT_EQ(count_of(testing::category_counts(library, results), "cs.LG"), 1u);
  EXPECT_EQ(count_of(testing::author_counts(library, results), "Ada Lovelace"), 1u);
  EXPECT_EQ(shown_tldr(library, {.text = "tea"}), "new");
  EXPECT_EQ(shown_tldr(library, {.text = "tea", .days = {"2026-01-13"}}), "old");
}

TEST(Works, WordsOfAnyAppearanceFindTheWork) {
  Library library;
  add(library, {DraftPaper{.tldr = "green tea"}}, "2026-01-13.md");
  add(library, {DraftPaper{.tldr = "绿茶"}}, "2026-01-14.md");
  EXPECT_EQ(shown_tldr(library, {.text = "green"}), "green tea");
  EXPECT_EQ(shown_tldr(library, {.text = "绿茶"}), "绿茶");
}

TEST(Works, TheNewestOfTheMostCompleteTextsIsShown) {
  struct Case {
    std::string_view claim;
    std::vector<std::pair<DraftPaper, std::string>> days;
    std::string_view shown;
  };
  const Case cases[] = {
      {"newer before older", {{{.tldr = "a"}, "2026-01-13.md"}, {{.tldr = "b"}, "2026-01-14.md"}}, "b"},
      {"complete before newer",
       {{{.tldr = "a"}, "2026-01-13.md"}, {{.tldr = "Error"}, "2026-01-14.md"}},
       "a"},
      {"later version on one day",
       {{{.id = "2601.00001v2", .tldr = "a"}, "2026-01-13.md"},
        {{.id = "2601.00001", .tldr = "b"}, "2026-01-13b.md"}},
       "a"},
  };
  for (const Case& c : cases) {
    for (const bool reversed : {false, true}) {
      auto days = c.days;
      if (reversed) std::reverse(days.begin(), days.end());
      Library library;
      for (const auto& [paper, name] : days) add(library, std::vector<DraftPaper>{paper}, name);
      EXPECT_EQ(shown_tldr(library), c.shown) << c.claim << reversed;
      EXPECT_EQ(library.works().count(), 1u);
    }
  }
}

TEST(Works, MarkdownAndJsonLinesOfOneDayAreTheSameWorks) {
  Library library;
  add(library, read_all(testing::fixtures() / "json-lines.jsonl"), "2026-01-14.jsonl");
  const uint32_t alone = library.works().count();
  add(library, read_all(testing::fixtures() / "json-lines.jsonl") + "\n", "2026-01-14.json");
  EXPECT_EQ(library.works().count(), alone + 1);  // one record has neither an id nor a link
}

TEST(Works, LinksNameAWorkWhereThereIsNoId) {
  Library library;
  const std::string text = read_all(testing::fixtures() / "non-arxiv-links.md");
  add(library, text, "2026-01-14.md");
  const uint32_t alone = library.works().count();
  add(library, text + "\n", "2026-01-15.md");
  EXPECT_EQ(library.works().count(), alone);
}

TEST(Works, TheOrderInWhichDigestsAreAddedChangesNothing) {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::pair<std::string, std::vector<DraftPaper>>> days;
    for (int day = 1; day <= 5; ++day) {
      std::vector<DraftPaper> papers(random() % 6 + 1);
      for (DraftPaper& paper : papers) {
        paper.id = "2601.0000" + std::to_string(random() % 8 + 1) + (random() % 3 == 0 ? "v2" : "");
        paper.tldr = random() % 4 == 0 ? "N/A" : "tldr " + std::to_string(random() % 100);
      }
      days.emplace_back("2026-01-0" + std::to_string(day) + ".md", papers);
    }
    std::vector<std::string> first;
    for (int order = 0; order < 4; ++order) {
      std::shuffle(days.begin(), days.end(), random);
      Library library;
      for (const auto& [name, papers] : days) add(library, papers, name);
      ResultSet results = search(library, {.order = Order::kDigest});
      std::vector<std::string> shown;
      for (uint32_t rank = 0; rank < results.total(); ++rank)
        shown.push_back(library.key_of(results.hit(rank).paper));
      for (const testing::NamedCount& day : testing::day_counts(library, results))
        shown.push_back(std::string(day.value) + " " + std::to_string(day.count));
      if (order == 0) first = shown;
      ASSERT_EQ(shown, first);
    }
  }
}

TEST(Works, AppearancesOfOneDigestStandInTheirOrderWheneverTheyWereAskedFor) {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    std::vector<DraftPaper> papers(60);
    for (DraftPaper& paper : papers) {
      paper.id = "2601.0000" + std::to_string(random() % 3 + 1) + "v" + std::to_string(random() % 9 + 1);
      if (random() % 3 == 0) paper.tldr = "N/A";
    }
    Library asked;
    Library library;
    for (int day = 1; day <= 3; ++day) {
      const std::string name =
          "2026-01-0" + std::to_string(random() % 9 + 1) + "-" + std::to_string(day) + ".md";
      add(library, papers, name);
      std::shuffle(papers.begin(), papers.end(), random);
    }
    for (const auto& volume : library.volumes()) {
      add(asked, std::string(volume->digest().source), volume->head().file_name());
      asked.works().first(0);
    }
    for (WorkId work = 0; work < library.works().count(); ++work) {
      std::vector<PaperOrdinal> order;
      for (PaperOrdinal i = library.works().first(work); i != Works::kNoPaper; i = library.works().next(i))
        order.push_back(i);
      PaperOrdinal same = asked.works().first(work);
      for (size_t i = 0; i < order.size(); ++i, same = asked.works().next(same)) {
        ASSERT_EQ(order[i], same);
        if (i == 0) continue;
        const auto rank = [&](PaperOrdinal paper) {
          return std::tuple(library.facts(paper).telling_texts, library.facts(paper).date,
                            library.paper(paper).paper.arxiv_id.version);
        };
        ASSERT_GE(rank(order[i - 1]), rank(order[i]));
      }
      ASSERT_EQ(same, Works::kNoPaper);
    }
  }
}

TEST(Works, APaperViewNamesTheOtherAppearances) {
  Library library;
  add(library, {DraftPaper{.tldr = "old"}}, "2026-01-13.md");
  add(library, {DraftPaper{.tldr = "new"}}, "2026-01-14.md");
  const Query query;
  Highlighter highlighter(query);
  const PaperView view = make_paper_view(library, 0, highlighter);
  ASSERT_EQ(view.appearances.size(), 2u);
  EXPECT_EQ(library.key_of(view.appearances[0].paper), "2601.00001@2026-01-14");
  EXPECT_TRUE(view.appearances[0].best);
  EXPECT_FALSE(view.appearances[1].best);
  EXPECT_EQ(make_row(library, 0, highlighter).appearances, 2u);
  ResultSet results = search(library, {});
  EXPECT_EQ(results.rank_of(library, 0), 0u);
}

TEST(Works, DatesOfRowsOrderThePapersOfATable) {
  Library library;
  add(library, read_all(testing::fixtures() / "dialect-t.md"), "table.md");
  ResultSet results = search(library, {.order = Order::kDigest});
  ASSERT_EQ(results.total(), 2u);
  EXPECT_EQ(library.paper(results.hit(0).paper).paper.date, "2025-12-31");
  EXPECT_EQ(count_of(testing::day_counts(library, results), "2026-05-13"), 1u);
}

TEST(Search, WithoutSummaryFindsPapersWhoseSummaryFailed) {
  Library library;
  add(library,
      {DraftPaper{.id = "2601.00001", .tldr = "good"}, DraftPaper{.id = "2601.00002", .tldr = "Error"},
       DraftPaper{.id = "2601.00003", .tldr = "错误：AI分析失败。"}});
  EXPECT_EQ(search(library, {}).facets().without_summary, 2u);
  EXPECT_EQ(search(library, {.without_summary = true}).total(), 2u);
  EXPECT_EQ(search(library, {.text = "error"}).total(), 0u);
}

TEST(Library, ShowsMendedTextAndKeepsTheFilesOwn) {
  Library library;
  add(library, {DraftPaper{.title = "On $\b"
                                    "eta$",
                           .abstract = "with $\f"
                                       "rac{1}{2}$ and \xE2\x80\xAE"
                                       "abc"}});
  const Query query;
  Highlighter highlighter(query);
  const PaperView view = make_paper_view(library, 0, highlighter);
  EXPECT_TRUE(view.repaired);
  EXPECT_EQ(view.title.text, "On $\\beta$");
  EXPECT_EQ(view.fields.back().text.text, "with $\\frac{1}{2}$ and abc");
  EXPECT_EQ(make_paper_view(library, 0, highlighter, true).title.text,
            "On $\b"
            "eta$");
  EXPECT_EQ(search(library, {.text = "title:beta"}).total(), 1u);
}

}  // namespace
}  // namespace broadsheet
