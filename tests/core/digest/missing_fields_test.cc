#include "core/digest/missing_fields.h"

#include <gtest/gtest.h>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::digest_of;

std::string record(std::string_view id, std::string_view more = "") {
  return R"({"title": "T", "authors": ["A"], "categories": ["cs.LG"], "summary": "long", "id": ")" +
         std::string(id) + "\"" + std::string(more) + "}\n";
}

constexpr std::string_view kSummaries =
    R"(, "AI": {"tldr": "a", "motivation": "b", "method": "c", "result": "d", "conclusion": "e"})";

std::vector<std::string> told(const Digest& digest) {
  std::vector<std::string> lines;
  for (const Diagnostic& each : digest.diagnostics)
    lines.push_back(std::to_string(each.line) + " " + std::string(name_of(each.code)) + " " + each.message);
  return lines;
}

using Lines = std::vector<std::string>;

TEST(MissingFields, AFieldThatNoPaperOfTheFileHasIsSaidOnceOfTheFile) {
  EXPECT_EQ(told(digest_of(record("2601.00001") + record("2601.00002") + record("2601.00003"), "x.jsonl")),
            Lines{"0 absent_field tldr, motivation, method, result, conclusion"});
}

TEST(MissingFields, AFieldThatOtherPapersHaveIsMissingAtTheLineOfThePaper) {
  EXPECT_EQ(told(digest_of(record("2601.00001", kSummaries) + record("2601.00002") +
                               record("2601.00003", R"(, "AI": {"tldr": "a"})"),
                           "x.jsonl")),
            (Lines{"2 missing_field not found: tldr, motivation, method, result, conclusion",
                   "3 missing_field not found: motivation, method, result, conclusion"}));
}

TEST(MissingFields, AFileMayLackOneFieldAndItsPapersOthers) {
  EXPECT_EQ(told(digest_of(record("2601.00001", R"(, "AI": {"tldr": "a", "method": "b"})") +
                               record("2601.00002", R"(, "AI": {"tldr": "a"})"),
                           "x.jsonl")),
            (Lines{"0 absent_field motivation, result, conclusion", "2 missing_field not found: method"}));
}

TEST(MissingFields, NothingIsAbsentFromAFileWithoutPapers) {
  MissingFields none;
  DiagnosticList diagnostics;
  none.report(diagnostics);
  EXPECT_TRUE(diagnostics.release().empty());
}

}  // namespace
}  // namespace broadsheet
