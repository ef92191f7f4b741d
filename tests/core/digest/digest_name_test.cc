#include "core/digest/digest_name.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

// The page itself reads days in the names of an archive's list: tests/web/archive.test.mjs has the same
// table.
TEST(DigestName, FindsTheDayInAFileName) {
  const auto cases =
      nlohmann::json::parse(testing::read_all(testing::source_dir() / "tests/support/days-in-names.json"));
  ASSERT_GT(cases.size(), 50u);
  for (const auto& each : cases) {
    const std::string file = each[0];
    EXPECT_EQ(date_of_file(file), each[1].get<std::string>()) << file;
  }
}

TEST(DigestName, FindsTheDayInASentence) {
  EXPECT_EQ(date_of("arXiv papers of 2026-01-14, all"), "2026-01-14");
  EXPECT_EQ(date_of("2026年1月14日 arXiv 论文"), "2026-01-14");
  EXPECT_EQ(date_of("2601.07839 papers"), "");
}

TEST(DigestName, TakesAnyBytes) {
  for (const std::string name : {"2026\xEF\xBC", "2026-01-\xEF\xBC", "\xE5\xB9", "1-May-", "1-", "20260114"})
    EXPECT_EQ(date_of_file(name), name == "20260114" ? "2026-01-14" : "");
}

TEST(DigestName, IsTheFilesWithoutFoldersAndEnding) {
  const struct {
    const char* file;
    const char* name;
  } kCases[] = {
      {"2026-01-14.md", "2026-01-14"},
      {"data/2026/2026-01-14.md", "2026-01-14"},
      {"data\\2026-01-14.md", "2026-01-14"},
      {"14.01.2026.md", "14.01.2026"},
      {"2025-07-10_database.md", "2025-07-10_database"},
      {"", ""},
      {".md", ".md"},
  };
  for (const auto& c : kCases) EXPECT_EQ(digest_name_of(c.file), c.name);
}

}  // namespace
}  // namespace broadsheet
