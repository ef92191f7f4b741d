#include "core/library/made_again.h"

#include <gtest/gtest.h>

#include "core/search/searcher.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::add;
using testing::DraftPaper;

TEST(MadeAgain, NamesOfOneDayAndKindHaveOneStem) {
  const std::vector<std::vector<std::string>> makings = {
      {"2026-01-14.md", "data/2026-01-14.md", "20260114.md", "2026-01-14.markdown", "2026-01-14.md.gz",
       "2026-01-14 (1).md", "2026-01-14(12).MD", "2026-01-14-v2.md", "2026-01-14_corrected.md",
       "2026-01-14 - Copy.md", "2026-01-14-v2 (3).md", "2026-01-14 副本.md", "2026-01-14修订.md"},
      {"2026-01-14.jsonl", "2026-01-14.json", "2026-01-14 (2).jsonl"},
      {"2026-01-14_AI_enhanced_Chinese.jsonl", "20260114_AI_enhanced_Chinese (1).jsonl"},
      {"2026-01-14_AI_enhanced_English.jsonl"},
      {"2026-01-15.md"},
      {"cs.LG-2026-01-14.md", "cs.LG-2026-01-14 (1).md"},
      {"feed-1-2026-01-14.md"},
      {"feed-2-2026-01-14.md"},
      {"papers.md", "Papers (1).md"},
      {"2026-01-14"},
      {"(1).md"},
      {"new.md"},
      {"v2.md"},
      {".md"},
  };
  for (size_t a = 0; a < makings.size(); ++a) {
    for (size_t b = 0; b < makings.size(); ++b) {
      for (const std::string& name : makings[b])
        EXPECT_EQ(stem_of(makings[a][0]) == stem_of(name), a == b) << makings[a][0] << ", " << name;
    }
  }
  EXPECT_EQ(stem_of(std::string(100'000, '1')), stem_of(std::string(100'000, '1') + "2"));
}

std::vector<DraftPaper> papers(int from, int to, std::string tldr = "short") {
  std::vector<DraftPaper> list;
  for (int i = from; i < to; ++i) list.push_back({.id = "2601.0000" + std::to_string(i), .tldr = tldr});
  return list;
}

Making compared(const std::vector<DraftPaper>& newer, const std::vector<DraftPaper>& older) {
  Library library;
  add(library, older, "2026-01-14.md");
  add(library, newer, "2026-01-14 (1).md");
  return compare_makings(library, *library.volumes()[1], *library.volumes()[0]);
}

TEST(MadeAgain, TellsWhichPapersTheNewerMakingNoLongerHas) {
  const Making making = compared(papers(1, 4, "corrected"), papers(1, 6));
  EXPECT_TRUE(making.is_same);
  EXPECT_EQ(making.shared, 3u);
  EXPECT_EQ(making.left, (std::vector<uint32_t>{3, 4}));
}

TEST(MadeAgain, DigestsOfOneNameAndOtherPapersOrAnotherLanguageAreTwo) {
  EXPECT_FALSE(compared(papers(1, 5), papers(5, 9)).is_same);
  EXPECT_FALSE(compared(papers(1, 7), papers(6, 10)).is_same) << "one of four is shared";
  EXPECT_TRUE(compared(papers(1, 7), papers(5, 9)).is_same) << "two of four are";
  EXPECT_FALSE(compared(papers(1, 4, "这是一篇论文的中文摘要"), papers(1, 4)).is_same);
}

TEST(MadeAgain, PapersWithoutIdAndLinkAreKnownByTheirTitles) {
  const std::string older = R"([{"title": "Tea", "summary": "a"}, {"title": "Milk", "summary": "b"}])";
  const std::string newer = R"([{"title": "Milk", "summary": "c"}, {"title": "Rum", "summary": "d"}])";
  Library library;
  add(library, older, "2026-01-14.json");
  add(library, newer, "2026-01-14.json");
  const Making making = compare_makings(library, *library.volumes()[1], *library.volumes()[0]);
  EXPECT_TRUE(making.is_same);
  EXPECT_EQ(making.left, std::vector<uint32_t>{0});
}

std::string tldr_of(Library& library, std::string_view key) {
  const PaperOrdinal paper = library.locate(key);
  return paper == library.paper_count()
             ? "none"
             : std::string(library.paper(paper).paper.text(TextField::kTldr).value_or("none"));
}

TEST(MadeAgain, TheNewerTakesThePlaceAndTheLabelAndTheRestStaysReachable) {
  Library library;
  add(library, papers(1, 5, "wrong words"), "2026-01-14.md");
  add(library, papers(1, 4, "right words"), "2026-01-14.md");
  const std::string later = library.volumes()[1]->label;
  EXPECT_EQ(library.cut({{"2026-01-14", {3}, later}}), 1u);
  ASSERT_EQ(library.volumes().size(), 2u);
  EXPECT_TRUE(library.volumes()[0]->is_rest);
  EXPECT_FALSE(library.volumes()[1]->is_rest);
  EXPECT_EQ(library.volumes()[1]->label, "2026-01-14");
  EXPECT_EQ(library.works().count(), 4u);
  EXPECT_EQ(library.paper_count(), 4u);
  EXPECT_EQ(tldr_of(library, "2601.00001@2026-01-14"), "right words");
  EXPECT_EQ(tldr_of(library, "2601.00004@2026-01-14"), "wrong words") << "a link to it still leads there";
  EXPECT_EQ(search(library, {.text = "wrong"}).total(), 1u);
  EXPECT_EQ(search(library, {.text = "right"}).total(), 3u);
}

TEST(MadeAgain, AMakingOfWhichNothingIsLeftGoes) {
  Library library;
  add(library, papers(1, 4, "first"), "2026-01-14.md");
  add(library, papers(1, 4, "second"), "2026-01-14.md");
  add(library, papers(1, 4, "third"), "2026-01-14.md");
  const std::string second = library.volumes()[1]->label;
  const std::string third = library.volumes()[2]->label;
  EXPECT_EQ(library.cut({{"2026-01-14", {}, second}, {second, {}, third}}), 2u);
  ASSERT_EQ(library.volumes().size(), 1u);
  EXPECT_EQ(library.volumes()[0]->label, "2026-01-14");
  EXPECT_EQ(tldr_of(library, "2601.00001@2026-01-14"), "third");
}

TEST(MadeAgain, ACutNamesWhatIsThere) {
  Library library;
  add(library, papers(1, 4), "2026-01-14.md");
  EXPECT_EQ(library.cut({{"not open", {}, "2026-01-14"}}), 0u);
  EXPECT_EQ(library.cut({{"2026-01-14", {1, 7, 4'000'000'000}, "not open"}}), 1u);
  EXPECT_EQ(library.paper_count(), 1u);
  EXPECT_EQ(library.volumes()[0]->label, "2026-01-14");
}

}  // namespace
}  // namespace broadsheet
