#include "core/export/html_page.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

std::string page_of(const Digest& digest, const ExportOptions& options = {}) {
  std::vector<Citation> citations;
  for (const Paper& paper : digest.papers) citations.push_back(cite(digest, paper));
  ExportReport report;
  return export_papers(citations, kHtmlPage, options, report);
}

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

TEST(HtmlPage, HasTheTextsOfEachPaperAndFormulasAsTex) {
  const Digest digest = testing::digest_of(testing::read_all(testing::fixtures() / "export.md"));
  const std::string page = page_of(digest);
  EXPECT_TRUE(has(page, "<h1>7 papers</h1>"));
  EXPECT_TRUE(has(page, "<h2 dir=\"auto\"><code>$\\alpha$</code></h2>\n<p dir=\"auto\">bell hooks</p>"));
  EXPECT_TRUE(has(page, "for <code>$O(n^2)$</code> Tea &amp; Cakes at 50% of the Cost</h2>"));
  EXPECT_TRUE(has(page, "<h3 dir=\"auto\">TL;DR</h3>"));
  EXPECT_FALSE(has(page, "Summary generation failed"));
  EXPECT_TRUE(has(page, "href=\"https://arxiv.org/abs/2601.00001v2\""));
  EXPECT_TRUE(has(page_of(digest, {.authors = 1}), "<p dir=\"auto\">Ludwig van der Tee, et al.</p>"));
}

TEST(HtmlPage, TellsFormulasFromPricesAndParagraphsFromLines) {
  const testing::DraftPaper paper{.tldr = R"(\$x and \$y, $z<1$)",
                                  .abstract = "One\nline.\n\nTwo & \"three\"."};
  const std::string page = page_of(testing::digest_of(testing::to_markdown({paper})));
  EXPECT_TRUE(has(page, "<p dir=\"auto\">$x and $y, <code>$z&lt;1$</code></p>"));
  EXPECT_TRUE(has(page, "<p dir=\"auto\">One\nline.</p>\n<p dir=\"auto\">Two &amp; &quot;three&quot;.</p>"));
}

TEST(HtmlPage, RunsNothingThatADigestHolds) {
  const std::string page =
      page_of(testing::digest_of(testing::read_all(testing::fixtures() / "html-in-fields.md")));
  for (const char* tag : {"<script", "<img", "<iframe", "<svg", "<b>", "<details"})
    EXPECT_FALSE(has(page, tag));
  EXPECT_TRUE(has(page, "default-src 'none'"));
}

TEST(HtmlPage, LinksToAValidUrl) {
  const std::string page =
      page_of(testing::digest_of(testing::read_all(testing::fixtures() / "non-arxiv-links.md")));
  EXPECT_TRUE(has(page,
                  "href=\"https://doi.example.org/10.9999/abc(2026)1:2%3C3::x%3E4.0.co;2-y\">"
                  "https://doi.example.org/10.9999/abc(2026)1:2&lt;3::x&gt;4.0.co;2-y</a>"));
}

TEST(HtmlPage, IsNoFormatOfThePage) { EXPECT_EQ(find_export_format("html"), nullptr); }

}  // namespace
}  // namespace broadsheet
