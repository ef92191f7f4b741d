#include "core/digest/digest_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/decoder.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::DraftPaper;
using testing::to_markdown;

Digest fixture(const std::string& name) {
  return digest_of(testing::read_all(testing::fixtures() / name), name);
}

size_t count_of(const Digest& digest, DiagnosticCode code) {
  return static_cast<size_t>(std::count_if(digest.diagnostics.begin(), digest.diagnostics.end(),
                                           [&](const Diagnostic& d) { return d.code == code; }));
}

TEST(DigestReader, ReadsEveryFieldOfACleanDigest) {
  const Digest digest = fixture("clean.md");
  ASSERT_EQ(digest.papers.size(), 3u);
  EXPECT_TRUE(digest.diagnostics.empty());
  for (const Paper& paper : digest.papers) {
    EXPECT_FALSE(paper.arxiv_id.empty());
    EXPECT_FALSE(paper.authors.empty());
    EXPECT_EQ(paper.categories.size(), 1u);
    for (const auto& text : paper.texts) EXPECT_TRUE(text && !text->empty());
  }
}

TEST(DigestReader, KeepsMotivationThatSharesItsBlockWithDetails) {
  const Digest digest = digest_of(to_markdown({DraftPaper{.motivation = "first\nsecond line"}}));
  EXPECT_EQ(digest.papers[0].text(TextField::kMotivation), "first\nsecond line");
}

TEST(DigestReader, KeepsLabelsInsideTheAbstract) {
  const std::string abstract = "One.\n\nConclusion: two.\n\nMethod: three.\n\nAbstract: four.";
  const Digest digest = digest_of(to_markdown({DraftPaper{.conclusion = "end", .abstract = abstract}}));
  EXPECT_EQ(digest.papers[0].text(TextField::kAbstract), abstract);
  EXPECT_EQ(digest.papers[0].text(TextField::kConclusion), "end");
}

TEST(DigestReader, OpensAFieldOnlyBehindABlankLine) {
  const Digest digest =
      digest_of(to_markdown({DraftPaper{.method = "---\nResult: not yet", .result = "now"}}));
  EXPECT_EQ(digest.papers[0].text(TextField::kMethod), "---\nResult: not yet");
  EXPECT_EQ(digest.papers[0].text(TextField::kResult), "now");
}

TEST(DigestReader, OpensDetailsRightUnderALineOfTheTldr) {
  std::string text = to_markdown({DraftPaper{}});
  text.replace(text.find("\n\n\n<details>"), 3, "\n");
  const Digest digest = digest_of(text);
  EXPECT_EQ(digest.papers[0].text(TextField::kTldr), "short");
  EXPECT_EQ(digest.papers[0].text(TextField::kMotivation), "why");
}

TEST(DigestReader, OpensNoDetailsInsideAnotherBlock) {
  for (const std::string tldr : {"short\n<div>\n<details>\nmore", "short\n```\n<details>\n```\nmore"}) {
    const Digest digest = digest_of(to_markdown({DraftPaper{.tldr = tldr}}));
    EXPECT_EQ(digest.papers[0].text(TextField::kTldr), tldr);
    EXPECT_EQ(digest.papers[0].text(TextField::kMotivation), "why");
  }
}

TEST(DigestReader, AnUnclosedBlockEndsWithItsPaper) {
  for (const char* opener :
       {"```", "~~~~", "<!-- x", "<pre>", "<script>", "<![CDATA[", "<?php", "- list\n\n      code"}) {
    const Digest digest =
        digest_of(to_markdown({DraftPaper{.motivation = opener}, DraftPaper{.id = "2601.00002"}}));
    ASSERT_EQ(digest.papers.size(), 2u) << opener;
    EXPECT_EQ(digest.papers[0].text(TextField::kMotivation), opener);
    EXPECT_EQ(digest.papers[0].text(TextField::kResult), "what") << opener;
    EXPECT_EQ(digest.papers[1].text(TextField::kAbstract), "long") << opener;
  }
}

TEST(DigestReader, ComparesTheTableOfContentsWithWhatItRead) {
  const Digest digest = fixture("toc-mismatch.md");
  EXPECT_EQ(count_of(digest, DiagnosticCode::kTocTotalDiffers), 1u);
  EXPECT_EQ(count_of(digest, DiagnosticCode::kTocCategoryMissing), 1u);
  EXPECT_EQ(count_of(digest, DiagnosticCode::kCategoryNotInToc), 1u);
}

TEST(DigestReader, RefusesWhatIsNoTextAndSaysSo) {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24);
  std::string noise;
  for (int i = 0; i < 1000; ++i) noise += "\xF8\xFBx";
  for (const std::string& bytes : {png, noise}) {
    const Result<Digest> digest = read_digest("2026-01-14.md", bytes);
    ASSERT_FALSE(digest.ok());
    EXPECT_EQ(digest.error().code, ErrorCode::kNotText);
  }
}

TEST(DigestReader, SaysWhatItReadAFileAs) {
  const std::string text = testing::read_all(testing::fixtures() / "encodings/chinese.md");
  const std::string gbk = testing::read_all(testing::fixtures() / "encodings/chinese.gbk");
  const Result<Digest> digest = read_digest("2026-01-14.md", gbk, testing::decode);
  ASSERT_TRUE(digest.ok());
  EXPECT_EQ(digest.value().source, text);
  EXPECT_EQ(digest.value().papers.size(), 2u);
  ASSERT_EQ(digest.value().diagnostics.size(), 1u);
  EXPECT_EQ(digest.value().diagnostics[0].code, DiagnosticCode::kOtherEncoding);
  EXPECT_EQ(digest.value().diagnostics[0].line, 0u);
  EXPECT_EQ(digest.value().diagnostics[0].message, "read as GBK");
}

TEST(DigestReader, ReadsJsonLinesInUtf16) {
  std::string bytes;
  for (const char c : std::string("{\"title\":\"Tea\",\"id\":\"2601.00001\"}\n")) bytes.append({c, '\0'});
  const Digest digest = digest_of(bytes, "2026-01-14.jsonl");
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].title, "Tea");
}

TEST(DigestReader, RefusesADoubtfulEncodingAndNamesWhatWouldFit) {
  const std::string gbk = testing::read_all(testing::fixtures() / "encodings/chinese.gbk");
  const Result<Digest> digest = read_digest("2026-01-14.md", gbk + "\xFF", testing::decode);
  ASSERT_FALSE(digest.ok());
  EXPECT_EQ(digest.error().code, ErrorCode::kDoubtfulEncoding);
  EXPECT_EQ(digest.error().message, "line 17 is not UTF-8; it may be GBK: save the file as UTF-8");
}

TEST(DigestReader, OpensAFileWithAFewForeignBytesAndNamesWhatWouldFit) {
  const Digest digest = digest_of(to_markdown({DraftPaper{.authors = "Ren\xE9 Probe"}}));
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].authors[0], "Ren\uFFFD Probe");
  ASSERT_EQ(count_of(digest, DiagnosticCode::kInvalidUtf8), 1u);
  EXPECT_NE(digest.diagnostics[0].message.find("The file may be windows-1252"), std::string::npos);
}

TEST(DigestReader, CountsLinesInLineFeeds) {
  const Digest digest = digest_of("\r\rx\n\n### [1] [T](javascript:x)\n");
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].line, 3u);
}

TEST(DigestReader, SaysWhyThereAreNoPapers) {
  const Digest digest = digest_of("# A page\n\nwith text\n");
  EXPECT_EQ(count_of(digest, DiagnosticCode::kNoPapers), 1u);
}

TEST(DigestReader, TextsOutliveMovesOfTheDigest) {
  Digest digest = digest_of(to_markdown({DraftPaper{}}));
  const Digest moved = std::move(digest);
  EXPECT_EQ(moved.papers[0].title, "A title");
}

// Fields that look like structure must be read back verbatim.
TEST(DigestReader, ReturnsWhatWasWrittenWhateverTheTextsHold) {
  const std::vector<std::string> pieces = {
      "word",    "\n",     "\n\n", "  ",      "- item",    "# heading",   "```",      "<think>", "</think>",
      "<!--",    "$x_1$",  "*a*",  "Method:", "Result: x", "Conclusion:", "TL;DR: y", "大模型",  "1. one",
      "> quote", "[a](b)", "\\",   "|a|b|",   "---",       "\t",          "<pre>",    "[x]: y"};
  std::mt19937 random(3);
  const auto text = [&] {
    std::string result = "x";  // a label cannot come first in a field
    for (size_t i = random() % 8; i > 0; --i) {
      const std::string& piece = pieces[random() % pieces.size()];
      const bool opens_label =
          result.ends_with("\n\n") && (piece.ends_with(":") || piece.starts_with("Result") || piece == "\n");
      if (!opens_label) result += piece;
    }
    return result;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<DraftPaper> papers(3);
    for (DraftPaper& p : papers) {
      p.tldr = text();
      p.motivation = text();
      p.method = text();
      p.result = text();
      p.conclusion = text();
      p.abstract = text();
    }
    const std::string markdown = to_markdown(papers);
    const Digest digest = digest_of(markdown);
    ASSERT_EQ(digest.papers.size(), papers.size()) << markdown;
    for (size_t i = 0; i < papers.size(); ++i) {
      const std::string* const written[] = {&papers[i].tldr,   &papers[i].motivation, &papers[i].method,
                                            &papers[i].result, &papers[i].conclusion, &papers[i].abstract};
      for (size_t field = 0; field < kTextFieldCount; ++field) {
        ASSERT_EQ(digest.papers[i].texts[field], *written[field]) << kTextFieldNames[field] << "\n"
                                                                  << markdown;
      }
    }
  }
}

TEST(DigestReader, KeepsAllLinesOfAnUnderlinedHeading) {
  const Digest digest = digest_of("[T](https://arxiv.org/abs/2601.00001)\nsecond line\n---\n\ntext\n");
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].title, "T");
  ASSERT_FALSE(digest.papers[0].extra.empty());
  EXPECT_TRUE(digest.papers[0].extra[0].text.starts_with("second line"));
}

TEST(DigestReader, KeepsAnUnknownLabelThatNothingFollows) {
  const Digest digest =
      digest_of("### [1] [T](https://arxiv.org/abs/2601.00001)\n*A*\n\n**Note:**\n\nTL;DR: t\n");
  ASSERT_EQ(digest.papers[0].extra.size(), 1u);
  EXPECT_EQ(digest.papers[0].extra[0].text, "Note");
}

}  // namespace
}  // namespace broadsheet
