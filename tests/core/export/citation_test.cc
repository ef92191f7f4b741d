#include "core/export/citation.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::digest_of;

struct Told {
  std::string id, date, url, doi, category;
  bool operator==(const Told&) const = default;
};

Told told(const std::string& link, const std::string& name = "2026-01-14.md") {
  const Digest digest = digest_of("### [1] [T](" + link + ")\n\nMain category: cs.LG\n", name);
  const Citation c = cite(digest, digest.papers.at(0));
  return {std::string(c.id), iso_date(c.date), c.url, c.doi, std::string(c.primary_category)};
}

TEST(Citation, OfAnArxivPaperHasTheMonthOfItsIdWhateverTheDay) {
  EXPECT_EQ(told("https://arxiv.org/abs/2512.00001"),
            (Told{"2512.00001", "2025-12", "https://arxiv.org/abs/2512.00001", "", "cs.LG"}));
}

TEST(Citation, NamesTheVersionInTheLinkOnly) {
  EXPECT_EQ(told("http://arxiv.org/pdf/2601.00001v3.pdf"),
            (Told{"2601.00001", "2026-01", "https://arxiv.org/abs/2601.00001v3", "", "cs.LG"}));
}

TEST(Citation, ReadsOldStyleIds) {
  EXPECT_EQ(told("https://arxiv.org/abs/hep-th/9711200").date, "1997-11");
  EXPECT_EQ(told("https://arxiv.org/abs/math.GT/0309136").date, "2003-09");
  EXPECT_EQ(told("https://arxiv.org/abs/math.GT/0309136").id, "math.GT/0309136");
}

TEST(Citation, OfAnotherPaperHasTheDateOfTheDigest) {
  EXPECT_EQ(told("https://doi.org/10.1000/182"),
            (Told{"", "2026-01-14", "https://doi.org/10.1000/182", "10.1000/182", ""}));
  EXPECT_EQ(told("https://example.org/a", "notes.md"), (Told{"", "", "https://example.org/a", "", ""}));
}

TEST(Citation, TakesNoLinkThatIsNotOfTheWeb) { EXPECT_EQ(told("javascript:alert(1)").url, ""); }

TEST(Citation, HasNoTopicForACategory) {
  const Digest digest = digest_of(
      "### [1] [T](https://arxiv.org/abs/2601.00001)\n\nMain category: Tea and more\n", "2026-01-14.md");
  EXPECT_EQ(cite(digest, digest.papers[0]).primary_category, "");
}

}  // namespace
}  // namespace broadsheet
