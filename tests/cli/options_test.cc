// Valid arguments, and the messages for invalid ones.
#include "tests/cli/support/run.h"

namespace broadsheet {
namespace {

using testing::CliFolder;
using testing::lines_of;
using testing::Outcome;
using testing::run;

TEST(CliOptions, HelpIsOnStandardOutputAndNamesWhatThereIs) {
  const struct {
    const char* arguments;
    std::vector<const char*> named;
  } kCases[] = {
      {"--help", {"broadsheet [OPTIONS] COMMAND", "parse", "search", "--version", "Exit codes"}},
      {"-h", {"broadsheet [OPTIONS] COMMAND"}},
      {"help", {"broadsheet [OPTIONS] COMMAND"}},
      {"parse --help", {"broadsheet parse [OPTIONS] FILE...", "--repaired", "--diagnostics"}},
      {"parse clean.md -h", {"broadsheet parse"}},
      {"search --help",
       {"broadsheet search [OPTIONS] QUERY FILE...", "--json", "--explain", "--limit", "--diagnostics"}},
      {"search tea clean.md --help", {"broadsheet search"}},
      {"export --help",
       {"broadsheet export [OPTIONS] [QUERY] [FILE...]", "--format", "--abstract", "--authors", "--ascii",
        "--keys", "{author}", "csl-json"}},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run(c.arguments);
    EXPECT_EQ(outcome.exit_code, 0) << c.arguments;
    EXPECT_EQ(outcome.err, "") << c.arguments;
    for (const char* name : c.named) EXPECT_NE(outcome.out.find(name), std::string::npos) << outcome.out;
  }
  EXPECT_EQ(run("--version").out.find("broadsheet 0."), 0u);
}

TEST(CliOptions, WhatIsWrongIsNamedOnStandardError) {
  const struct {
    const char* arguments;
    const char* err;
  } kCases[] = {
      {"", "broadsheet: a command is missing\n"},
      {"frobnicate", "broadsheet: no such command: frobnicate\n"},
      {"--nonsense parse", "broadsheet: no such option: --nonsense\n"},
      {"parse", "broadsheet parse: FILE is required\n"},
      {"parse --nonsense", "broadsheet parse: no such option: --nonsense\n"},
      {"parse --json clean.md", "broadsheet parse: no such option: --json\n"},
      {"parse --diagnostics", "broadsheet parse: --diagnostics: "},
      {"parse --diagnostics xml clean.md", "--diagnostics: expected text or json, not \"xml\"\n"},
      {"parse --repaired=x clean.md", "--repaired"},
      {"search", "broadsheet search: QUERY is required\n"},
      {"search tea", "broadsheet search: FILE is required\n"},
      {"search -n 5 tea clean.md", "broadsheet search: no such option: -n\n"},
      {"search tea clean.md --limit", "broadsheet search: --limit: "},
      {"search --limit '' tea clean.md", "--limit: expected a number from 0 to 4294967295, not \"\"\n"},
      {"search --limit x tea clean.md", "--limit: expected a number from 0 to 4294967295, not \"x\"\n"},
      {"search --limit -1 tea clean.md", "--limit: expected a number from 0 to 4294967295, not \"-1\"\n"},
      {"search --limit 4294967296 tea clean.md", "not \"4294967296\"\n"},
      {"search --limit [1] tea clean.md", "not \"[1]\"\n"},
      {"search --limit --json tea clean.md", "not \"--json\"\n"},
      {"search --json --explain tea clean.md", "--json excludes --explain\n"},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run(c.arguments);
    EXPECT_EQ(outcome.exit_code, 2) << c.arguments;
    EXPECT_EQ(outcome.out, "") << c.arguments;
    EXPECT_NE(outcome.err.find(c.err), std::string::npos) << c.arguments << ": " << outcome.err;
    EXPECT_NE(outcome.err.find("Try broadsheet"), std::string::npos) << outcome.err;
  }
}

TEST(CliOptions, NothingAfterTwoDashesIsAnOption) {
  const struct {
    const char* arguments;
    int exit_code;
    const char* err;
  } kCases[] = {
      {"search -- --help clean.md", 0, ""},
      {"search -- --json clean.md", 0, ""},
      {"search -- teapot clean.md", 0, ""},
      {"search teapot -- clean.md --version", 2, "--version:0: unreadable"},
      {"search teapot clean.md -- --help", 2, "--help:0: unreadable"},
      {"search teapot clean.md -- --", 2, "--:0: unreadable"},
      {"parse -- --help", 2, "--help:0: unreadable"},
      {"parse clean.md -- --repaired", 2, "--repaired:0: unreadable"},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run(c.arguments);
    EXPECT_EQ(outcome.exit_code, c.exit_code) << c.arguments;
    EXPECT_EQ(outcome.out.find("Usage"), std::string::npos) << c.arguments;
    EXPECT_EQ(outcome.err.find(c.err), 0u) << c.arguments << ": " << outcome.err;
  }
}

TEST(CliOptions, OptionsStandAnywhereAndTheLastValueCounts) {
  for (const char* arguments : {"search --json --limit 1 '' clean.md", "search '' --limit=1 clean.md --json",
                                "search --limit 3 --json '' clean.md --json --limit 1"}) {
    EXPECT_EQ(lines_of(run(arguments).out).size(), 1u) << arguments;
  }
  EXPECT_EQ(lines_of(run("search --json --limit 4294967295 '' clean.md").out).size(), 3u);
  EXPECT_EQ(run("search --json --limit 0 '' clean.md").out, "");
}

TEST_F(CliFolder, OperandsAreTakenAsTheyStand) {
  const std::string clean = testing::read_all(testing::fixtures() / "clean.md");
  for (const char* name : {"[a,b]", "[[x]]", "{}", "%%", "++", "-5", "parse", "a=b", "@list"}) {
    write(name, clean);
    const Outcome outcome =
        testing::run_shell("cd " + path() + " && broadsheet search --json '' '" + name + "'");
    ASSERT_EQ(lines_of(outcome.out).size(), 3u) << name << ": " << outcome.err;
    EXPECT_EQ(lines_of(outcome.out)[0]["digest"], name);
  }
  for (const char* query : {"'[teapot]'", "teapot", "'[teapot,]'"}) {
    EXPECT_EQ(lines_of(run("search --json " + std::string(query) + " clean.md").out).size(), 1u) << query;
  }
}

}  // namespace
}  // namespace broadsheet
