#include "core/digest/digest_name.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(DigestName, FindsTheDayInAFileName) {
  const struct {
    const char* file;
    const char* name;
    const char* date;
  } kCases[] = {
      {"2026-01-14.md", "2026-01-14", "2026-01-14"},
      {"data/2026/2026-01-14.md", "2026-01-14", "2026-01-14"},
      {"2026-01-14_AI_enhanced_Chinese.jsonl", "2026-01-14_AI_enhanced_Chinese", "2026-01-14"},
      {"2025-07-10_database.md", "2025-07-10_database", "2025-07-10"},
      {"26-May-2025.md", "26-May-2025", "2025-05-26"},
      {"3-december-2025.md", "3-december-2025", "2025-12-03"},
      {"arxiv_20260114.md", "arxiv_20260114", "2026-01-14"},
      {"2024-02-29.md", "2024-02-29", "2024-02-29"},
      {"2025-02-29.md", "2025-02-29", ""},
      {"2026-13-01.md", "2026-13-01", ""},
      {"seed-digest.md", "seed-digest", ""},
      {"v2601.07839.md", "v2601.07839", ""},
      {"", "", ""},
      {".md", ".md", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(digest_name_of(c.file), c.name);
    EXPECT_EQ(date_of(digest_name_of(c.file)), c.date) << c.file;
  }
}

}  // namespace
}  // namespace broadsheet
