// A file's diagnostics: enough to act on, however much is wrong.
#include "core/digest/diagnostic.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::digest_of;

std::string repeat(std::string_view piece, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += piece;
  return text;
}

size_t count_of(const Digest& digest, DiagnosticCode code) {
  return static_cast<size_t>(
      std::count_if(digest.diagnostics.begin(), digest.diagnostics.end(),
                    [&](const Diagnostic& diagnostic) { return diagnostic.code == code; }));
}

constexpr size_t kMany = 5 * kMaxDiagnosticsOfACode;

TEST(Diagnostics, AreByLineAndInOrderWithinOne) {
  DiagnosticList list;
  list.add(DiagnosticCode::kUnsafeLink, 7, "a");
  list.add(DiagnosticCode::kMissingField, 7, "b");
  list.add(DiagnosticCode::kUnknownDialect, 0, "c");
  std::string messages;
  for (const Diagnostic& diagnostic : list.release()) messages += diagnostic.message;
  EXPECT_EQ(messages, "cab");
  EXPECT_TRUE(list.release().empty());
}

TEST(Diagnostics, BeyondAThousandOfACodeAreCounted) {
  DiagnosticList list;
  for (uint32_t line = 1; line <= kMany; ++line) list.add(DiagnosticCode::kUnexpectedText, line, "x");
  list.add(DiagnosticCode::kDuplicateId, 3, "another code");
  const std::vector<Diagnostic> diagnostics = list.release();
  ASSERT_EQ(diagnostics.size(), kMaxDiagnosticsOfACode + 2);
  EXPECT_EQ(diagnostics[3].message, "another code");
  EXPECT_EQ(diagnostics.back().line, kMaxDiagnosticsOfACode + 1);
  EXPECT_EQ(diagnostics.back().message, "the same 4000 times more, from this line on");
}

TEST(Diagnostics, OfAFileHaveABoundWhateverIsWrongWithIt) {
  const std::string paper = "### [1] [t](https://arxiv.org/abs/2601.00001)\n*A*\n\n";
  struct Case {
    const char* name;
    std::string text;
    DiagnosticCode code;
  };
  const std::vector<Case> cases = {
      {"lines before the first paper", repeat("x\n", kMany) + paper, DiagnosticCode::kUnexpectedText},
      {"papers that lack what one has", repeat(paper, kMany + 1) + "TL;DR: x\n",
       DiagnosticCode::kMissingField},
      {"ids twice", repeat(paper, kMany), DiagnosticCode::kDuplicateId},
      {"numbers twice", repeat(paper, kMany), DiagnosticCode::kDuplicateNumber},
      {"links to nowhere", repeat("### [1] [t](x:y)\n", kMany), DiagnosticCode::kUnsafeLink},
      {"no links", repeat("### [1] [t\n", kMany), DiagnosticCode::kHeadingWithoutLink},
      {"<details> left open", repeat(paper + "<details>\n\n", kMany), DiagnosticCode::kUnclosedDetails},
      {"headings of no paper", repeat("# a\n\nb\n\n", kMany) + paper, DiagnosticCode::kUnexpectedText},
      {"records that are none", repeat("{\"a\":1}\n", kMany), DiagnosticCode::kBrokenRecord},
      {"records that are broken", "{\"title\":\"t\"}\n" + repeat("{\"title\":\n", kMany),
       DiagnosticCode::kBrokenRecord},
      {"halves of characters", repeat("{\"title\":\"\\ud83d\"}\n", kMany), DiagnosticCode::kInvalidUtf8},
  };
  for (const Case& c : cases) {
    const Digest digest = digest_of(c.text);
    EXPECT_EQ(count_of(digest, c.code), kMaxDiagnosticsOfACode + 1) << c.name;
    const auto says_how_many = [](const Diagnostic& diagnostic) {
      return diagnostic.message.starts_with("the same ");
    };
    EXPECT_TRUE(std::any_of(digest.diagnostics.begin(), digest.diagnostics.end(), says_how_many)) << c.name;
  }
}

TEST(Diagnostics, SayThatAFileHasTooManyPapers) {
  for (const std::string_view paper : {"### [1] [t\n", "{\"title\":\"t\"}\n"}) {
    const Digest digest = digest_of(repeat(paper, kMaxPapers) + std::string(paper) + std::string(paper));
    EXPECT_EQ(digest.papers.size(), kMaxPapers) << paper;
    const auto says_so = [](const Diagnostic& diagnostic) {
      return diagnostic.line == kMaxPapers + 1 &&
             diagnostic.message.find("500000 papers") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(digest.diagnostics.begin(), digest.diagnostics.end(), says_so)) << paper;
  }
}

}  // namespace
}  // namespace broadsheet
