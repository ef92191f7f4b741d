// The command as a person runs it: arguments in, output and exit code out.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/core/support/archives.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

struct Outcome {
  int exit_code;
  std::string out;
  std::string err;
};

Outcome run(const std::string& arguments) {
  const std::filesystem::path folder = ::testing::TempDir();
  const std::string name =
      std::to_string(::getpid()) + "-" + ::testing::UnitTest::GetInstance()->current_test_info()->name();
  const std::string out = folder / (name + ".out");
  const std::string err = folder / (name + ".err");
  const std::string command = "cd '" + testing::fixtures().string() + "' && '" BROADSHEET_CLI "' " +
                              arguments + " >'" + out + "' 2>'" + err + "'";
  const int status = std::system(command.c_str());
  Outcome outcome{WEXITSTATUS(status), testing::read_all(out), testing::read_all(err)};
  std::filesystem::remove(out);
  std::filesystem::remove(err);
  return outcome;
}

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> records;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) records.push_back(nlohmann::json::parse(line));
  return records;
}

TEST(Cli, ParsePrintsOneObjectAPaper) {
  const Outcome outcome = run("parse clean.md versions.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  const auto records = lines_of(outcome.out);
  ASSERT_EQ(records.size(), 8u);
  EXPECT_EQ(records[0]["digest"], "clean");
  EXPECT_EQ(records[0]["number"], 1);
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

class CliFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(::testing::TempDir()) /
        (std::to_string(::getpid()) + "-" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_ / "a/b");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string path(const std::string& name = "") const { return "'" + (folder_ / name).string() + "'"; }

  std::filesystem::path folder_;
};

TEST_F(CliFolder, ReadsTheDigestsOfAFolderAtAnyDepthByName) {
  const std::string clean = testing::read_all(testing::fixtures() / "clean.md");
  write("a/b/2026-01-02.md", clean);
  write("a/2026-01-01.md.gz", testing::make_gzip(clean));
  write("a/picture.png", "not read");
  const Outcome outcome = run("parse " + path());
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  const auto records = lines_of(outcome.out);
  ASSERT_EQ(records.size(), 6u);
  EXPECT_EQ(records.front()["date"], "2026-01-01");
  EXPECT_EQ(records.back()["date"], "2026-01-02");
}

TEST_F(CliFolder, ReadsArchivesAndNamesTheirFilesInDiagnostics) {
  const std::string twice = testing::read_all(testing::fixtures() / "duplicate-ids.md");
  write("year.zip", testing::make_zip({{"in/2026-01-02.md", twice}, {"../out.md", "x"}}));
  const Outcome outcome = run("parse " + path("year.zip"));
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_FALSE(lines_of(outcome.out).empty());
  EXPECT_NE(outcome.err.find("year.zip/in/2026-01-02.md:"), std::string::npos);
  EXPECT_NE(outcome.err.find("year.zip/../out.md:0: unsafe_path: "), std::string::npos);
  EXPECT_EQ(run("search '' " + path("year.zip")).exit_code, 2);
}

TEST_F(CliFolder, AFolderWithoutDigestsIsAnError) {
  const Outcome outcome = run("parse " + path("a") + " clean.md");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find(":0: no_digests: "), std::string::npos);
  EXPECT_EQ(lines_of(outcome.out).size(), 3u);
}

TEST(Cli, ReadsStandardInput) {
  const Outcome outcome = run("parse - <clean.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(lines_of(outcome.out).size(), 3u);
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

TEST(Cli, OneUnreadableFileCostsNoOther) {
  const Outcome outcome = run("parse no-such-file.md clean.md");
  EXPECT_EQ(lines_of(outcome.out).size(), 3u);
  EXPECT_EQ(outcome.err.find("no-such-file.md:0: unreadable: "), 0u);
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

TEST(Cli, QuestionableQueriesAreAnsweredAndNamed) {
  const Outcome outcome = run("search '\"the' clean.md");
  EXPECT_NE(outcome.err.find("unclosed_quote"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
