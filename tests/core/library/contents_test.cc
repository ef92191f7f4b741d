#include "core/library/contents.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::add;
using testing::DraftPaper;

// One line per day, as the page shows it.
std::vector<std::string> told(const Library& library, uint32_t most = 31) {
  std::vector<std::string> lines;
  for (const DayContents& day : newest_contents(library, most)) {
    std::string line = std::string(day.day) + " " + std::to_string(day.works);
    for (const CategoryContents& each : day.categories) {
      line += ", " + std::string(each.name) + " " + std::to_string(each.works);
      if (each.claimed) line += " of " + std::to_string(*each.claimed);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::string record(std::string_view id, std::string_view category) {
  return R"({"title": "T", "id": ")" + std::string(id) + R"(", "cate": ")" + std::string(category) + "\"}\n";
}

TEST(Contents, ADayIsOneEntryWhateverNumberOfFilesItCameFrom) {
  Library library;
  const std::string records = record("2601.00001", "cs.LG") + record("2601.00002", "cs.CL");
  add(library, records, "2026-01-14.jsonl");
  add(library, records + "\n", "2026-01-14_AI_enhanced_Chinese.jsonl");
  add(library, {DraftPaper{.id = "2601.00001"}, DraftPaper{.id = "2601.00003"}}, "2026-01-14.md");
  add(library, {DraftPaper{.id = "2601.00001"}}, "2026-01-13.md");
  EXPECT_EQ(told(library), (Lines{"2026-01-14 3, cs.LG 2, cs.CL 1", "2026-01-13 1, cs.LG 1"}));
  EXPECT_EQ(told(library, 1), Lines{"2026-01-14 3, cs.LG 2, cs.CL 1"});
  EXPECT_EQ(told(library, 0), Lines{});
}

TEST(Contents, AWorkUnderTwoCategoriesOfADayCountsInBothAndOnceForTheDay) {
  Library library;
  add(library, record("2601.00001", "cs.LG"), "2026-01-14.jsonl");
  add(library, record("2601.00001", "cs.CL"), "2026-01-14b.jsonl");
  EXPECT_EQ(told(library), Lines{"2026-01-14 1, cs.LG 1, cs.CL 1"});
}

TEST(Contents, SaysWhereATableOfContentsClaimsAnotherNumber) {
  Library library;
  add(library, testing::read_all(testing::fixtures() / "toc-mismatch.md"), "2026-01-14.md");
  const Lines lines = told(library);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_NE(lines[0].find(" of "), std::string::npos) << lines[0];
}

TEST(Contents, PapersThatAreDatedEachStandUnderTheirDays) {
  Library library;
  add(library, testing::read_all(testing::fixtures() / "dialect-t.md"), "table.md");
  const Lines lines = told(library);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].substr(0, 12), "2026-05-13 1");
  EXPECT_EQ(lines[1].substr(0, 12), "2025-12-31 1");
}

TEST(Contents, AFileWithoutADateIsItsOwnDay) {
  Library library;
  add(library, {DraftPaper{}}, "notes.md");
  EXPECT_EQ(told(library), Lines{"notes 1, cs.LG 1"});
}

TEST(Contents, CountsWhatIsUnreadAndLeavesOutHiddenSets) {
  Library library;
  add(library, record("2601.00001", "cs.LG") + record("2601.00002", "cs.LG") + record("2601.00003", "cs.CL"),
      "2026-01-14.jsonl");
  add(library, record("2601.00002", "cs.LG"), "2026-01-15.jsonl");
  const auto counts = [&] {
    std::vector<std::string> lines;
    for (const DayContents& day : newest_contents(library, 31, {"is:dismissed"}))
      lines.push_back(std::string(day.day) + " " + std::to_string(day.unread) + "/" +
                      std::to_string(day.works));
    return lines;
  };
  EXPECT_EQ(counts(), (Lines{"2026-01-15 1/1", "2026-01-14 3/3"}));
  library.define_set("is:read", {"2601.00002"});
  library.define_set("is:dismissed", {"2601.00003"});
  EXPECT_EQ(counts(), (Lines{"2026-01-15 0/1", "2026-01-14 1/2"}));
}

}  // namespace
}  // namespace broadsheet
