// The commands: what they print, and their exit codes.
#include "tests/cli/support/run.h"

namespace broadsheet {
namespace {

using testing::lines_of;
using testing::Outcome;
using testing::run;

TEST(Cli, ParsePrintsOneObjectAPaper) {
  const Outcome outcome = run("parse clean.md versions.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  const auto records = lines_of(outcome.out);
  ASSERT_EQ(records.size(), 8u);
  EXPECT_EQ(records[0]["digest"], "clean");
  EXPECT_EQ(records[0]["number"], 1);
}

TEST(Cli, ParsePrintsHowAFileIsWritten) {
  const Outcome known = run("parse --dialect clean.md");
  EXPECT_EQ(known.exit_code, 0);
  EXPECT_TRUE(known.out.starts_with("name: R\npaper: ### [{number}] [{title}]({url})\n")) << known.out;
  const Outcome inferred = run("parse --dialect unknown-tail.md");
  EXPECT_TRUE(inferred.out.starts_with("name: unknown\npaper: ## {heading}\n")) << inferred.out;
  EXPECT_NE(inferred.out.find("header: **Abstract:** {abstract...}\n"), std::string::npos) << inferred.out;
}

TEST(Cli, ReadsOtherEncodingsAndSaysWhich) {
  const Outcome utf8 = run("parse encodings/chinese.md");
  for (const auto& [file, name] : {std::pair{"chinese.gbk", "GBK"}, {"chinese.utf-16le", "UTF-16LE"}}) {
    const Outcome outcome = run(std::string("parse encodings/") + file);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, utf8.out);
    EXPECT_EQ(outcome.err, std::string("encodings/") + file + ":0: other_encoding: read as " + name + "\n");
  }
  EXPECT_EQ(run("search 雨伞 encodings/chinese.gbk").exit_code, 0);
}

TEST(Cli, ADoubtfulEncodingIsNamedAndNotOpened) {
  const Outcome outcome = run("parse encodings/eastern.windows-1250");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("doubtful_encoding: line 2 is not UTF-8; it may be windows-1250"),
            std::string::npos);
}

TEST(Cli, DiagnosticsNameFileLineAndCode) {
  const Outcome outcome = run("parse duplicate-ids.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err.find("duplicate-ids.md:"), 0u);
  EXPECT_NE(outcome.err.find(": duplicate_id: "), std::string::npos);
}

TEST(Cli, DiagnosticsAreJsonForMachines) {
  const Outcome outcome = run("parse --diagnostics json duplicate-ids.md no-such-file.md");
  const auto records = lines_of(outcome.err);
  ASSERT_GE(records.size(), 2u);
  EXPECT_EQ(records[0]["file"], "duplicate-ids.md");
  EXPECT_GT(records[0]["line"], 0);
  EXPECT_FALSE(records[0]["message"].get<std::string>().empty());
  EXPECT_EQ(records.back()["code"], "unreadable");
  EXPECT_EQ(run("parse --diagnostics xml clean.md").exit_code, 2);
  EXPECT_EQ(run("search --diagnostics json tea no-such-file.md").err.find("{\"file\""), 0u);
}

TEST(Cli, RepairedPrintsWhatThePageShows) {
  const auto verbatim = lines_of(run("parse control-bytes.md failure-texts.md").out);
  const auto repaired = lines_of(run("parse --repaired control-bytes.md failure-texts.md").out);
  ASSERT_EQ(verbatim.size(), repaired.size());
  EXPECT_EQ(verbatim[0]["title"],
            "The Angle \b"
            "eta");
  EXPECT_EQ(repaired[0]["title"], "The Angle \\beta");
  EXPECT_EQ(verbatim.back()["tldr"].is_string(), true);
  EXPECT_EQ(repaired.back()["tldr"], nullptr);
}

TEST(Cli, ExitCodesTellWhatHappened) {
  const struct {
    const char* arguments;
    int exit_code;
  } kCases[] = {
      {"--help", 0},
      {"parse --help", 0},
      {"--version", 0},
      {"parse clean.md", 0},
      {"parse empty.md", 1},
      {"parse", 2},
      {"parse no-such-file.md", 2},
      {"parse clean.md no-such-file.md", 2},
      {"", 2},
      {"frobnicate", 2},
      {"search", 2},
      {"search word", 2},
      {"search --limit x word clean.md", 2},
      {"search --nonsense word clean.md", 2},
      {"search zzzzzz clean.md", 1},
      {"search '' clean.md", 0},
      {"search -- -zzzzzz clean.md", 0},
  };
  for (const auto& c : kCases) EXPECT_EQ(run(c.arguments).exit_code, c.exit_code) << c.arguments;
}

TEST(Cli, SearchPrintsRankedHitsAsJson) {
  const Outcome outcome = run("search --json --limit 2 '' clean.md");
  const auto records = lines_of(outcome.out);
  ASSERT_EQ(records.size(), 2u);
  for (const char* key : {"id", "score", "title", "digest"}) EXPECT_TRUE(records[0].contains(key)) << key;
}

TEST(Cli, ExplainTellsWordsFieldsAndWeights) {
  const auto record = lines_of(run("parse clean.md").out).at(0);
  const Outcome outcome = run("search --explain id:" + record["id"].get<std::string>() + "\\ the clean.md");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* word : {"idf", "field weight", "kind weight", "saturated"}) {
    EXPECT_NE(outcome.out.find(word), std::string::npos) << word << "\n" << outcome.out;
  }
}

}  // namespace
}  // namespace broadsheet
