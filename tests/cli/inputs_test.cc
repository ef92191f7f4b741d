// What arguments may name: files, folders, archives, standard input, and what is none of these.
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "tests/cli/support/run.h"
#include "tests/core/support/archives.h"

namespace broadsheet {
namespace {

using testing::CliFolder;
using testing::lines_of;
using testing::Outcome;
using testing::run;
using testing::run_shell;

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

TEST_F(CliFolder, PagesInFoldersAndZipsAreReadIfTheyListPapers) {
  const std::string list = testing::read_all(testing::fixtures() / "page-list.html");
  const std::string prose = testing::read_all(testing::fixtures() / "page-prose.html");
  const auto count = [](const Outcome& outcome) { return lines_of(outcome.out).size(); };
  const size_t papers = count(run("parse page-list.html"));
  ASSERT_GT(papers, 0u);
  write("a/list.html", list);
  write("a/about.htm", prose);
  write("a/empty.html", "");
  write("a/picture.html", std::string(1000, '\0'));
  write("a/old.html.gz", testing::make_gzip(prose));
  write("site.zip", testing::make_zip({{"about.html", prose}, {"day/list.HTM", list}}));
  for (const char* const name : {"a", "site.zip"}) {
    const Outcome parsed = run("parse " + path(name));
    EXPECT_EQ(parsed.exit_code, 0) << name;
    EXPECT_EQ(count(parsed), papers) << name;
    EXPECT_EQ(parsed.err.find("about"), std::string::npos) << parsed.err;
    const Outcome found = run("search '' " + path(name));
    EXPECT_EQ(found.exit_code, 0) << name;
    EXPECT_EQ(found.err.find("about"), std::string::npos) << found.err;
  }
}

TEST_F(CliFolder, PagesThatListNoPapersAreNamedOnlyWhereTheyWereChosen) {
  const std::string prose = testing::read_all(testing::fixtures() / "page-prose.html");
  write("a/about.html", prose);
  write("about.html.gz", testing::make_gzip(prose));
  write("site.zip", testing::make_zip({{"about.html", prose}}));
  for (const char* const name : {"a", "site.zip"}) {
    const Outcome outcome = run("parse " + path(name));
    EXPECT_EQ(outcome.exit_code, 2) << name;
    EXPECT_EQ(lines_of(outcome.out).size(), 0u);
    EXPECT_NE(outcome.err.find(std::string(name) + ":0: no_digests: "), std::string::npos) << outcome.err;
  }
  for (const char* const name : {"a/about.html", "about.html.gz"})
    EXPECT_NE(run("parse " + path(name)).err.find(":0: no_papers: "), std::string::npos) << name;
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

TEST(Cli, OneUnreadableFileCostsNoOther) {
  const Outcome outcome = run("parse no-such-file.md clean.md");
  EXPECT_EQ(lines_of(outcome.out).size(), 3u);
  EXPECT_EQ(outcome.err.find("no-such-file.md:0: unreadable: "), 0u);
}

TEST_F(CliFolder, FailuresAmongManyFilesAreAllNamedInTheirOrder) {
  write("noise.md", std::string(1000, '\0'));
  const Outcome outcome = run("parse no-1.md clean.md " + path("noise.md") + " versions.md no-2.md");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 8u);
  const size_t first = outcome.err.find("no-1.md:0: unreadable: ");
  const size_t second = outcome.err.find("noise.md:0: not_text: ");
  const size_t third = outcome.err.find("no-2.md:0: unreadable: ");
  EXPECT_TRUE(first < second && second < third && third != std::string::npos) << outcome.err;
}

TEST_F(CliFolder, WhatCannotBeReadIsNamed) {
  const struct {
    std::string arguments;
    const char* err;
  } kCases[] = {
      {"parse ''", "'':0: unreadable: "},
      {"parse - <.", "-:0: unreadable: "},
      {"parse - <&-", "-:0: unreadable: "},
      {"parse /dev/zero", "/dev/zero:0: too_large: "},
      {"parse clean.md/clean.md", "clean.md/clean.md:0: unreadable: "},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run(c.arguments);
    EXPECT_EQ(outcome.exit_code, 2) << c.arguments;
    EXPECT_EQ(outcome.err.find(c.err), 0u) << c.arguments << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

TEST_F(CliFolder, APipeIsReadToItsEnd) {
  EXPECT_EQ(lines_of(run_shell("cat clean.md | broadsheet parse /dev/stdin").out).size(), 3u);
}

TEST_F(CliFolder, ADashIsStandardInputEvenBesideAFolderOfThatName) {
  std::filesystem::create_directory(folder_ / "-");
  EXPECT_EQ(lines_of(run_shell("cat clean.md | (cd " + path() + " && broadsheet parse -)").out).size(), 3u);
}

TEST_F(CliFolder, LeavesAsidePipesOfAFolderAndNamesLinksThatLeadNowhere) {
  write("a/clean.md", testing::read_all(testing::fixtures() / "clean.md"));
  ASSERT_EQ(std::system(("mkfifo " + path("a/pipe.md")).c_str()), 0);
  std::filesystem::create_symlink("nowhere.md", folder_ / "a/b/link.md");
  const Outcome outcome = run("parse " + path("a"));
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 3u);
  EXPECT_NE(outcome.err.find("b/link.md:0: unreadable: "), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find("pipe.md"), std::string::npos) << outcome.err;
}

TEST_F(CliFolder, AFolderThatCannotBeReadCostsNoOther) {
  // Deeper than any path may be, which is an error even for root.
  const std::string deep(250, 'd');
  int parent = ::open((folder_ / "a").c_str(), O_RDONLY);
  for (int i = 0; i < 18; ++i) {
    ASSERT_EQ(::mkdirat(parent, deep.c_str(), 0700), 0);
    const int child = ::openat(parent, deep.c_str(), O_RDONLY);
    ::close(parent);
    parent = child;
  }
  ::close(parent);
  const std::string clean = testing::read_all(testing::fixtures() / "clean.md");
  for (const char* name : {"a/b/1.md", "a/z.md", "2.md"}) write(name, clean);
  const Outcome outcome = run("parse " + path());
  EXPECT_EQ(std::system(("rm -r " + path("a")).c_str()), 0);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 9u);
  EXPECT_NE(outcome.err.find(deep + ":0: unreadable: "), std::string::npos) << outcome.err;
}

TEST_F(CliFolder, NamesThatAreNoUtf8AreReadAndPrintedAsUtf8) {
  write("caf\xE9.md", testing::read_all(testing::fixtures() / "clean.md"));
  const std::string file = path("caf\xE9.md");
  for (const std::string& arguments : {"parse " + file, "parse " + path(), "search --json '' " + file}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    ASSERT_EQ(lines_of(outcome.out).size(), 3u);
    EXPECT_EQ(lines_of(outcome.out)[0]["digest"], "caf\uFFFD");
  }
}

}  // namespace
}  // namespace broadsheet
