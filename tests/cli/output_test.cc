// Output that nobody reads, the order of output, and what may reach a terminal.
#include <algorithm>

#include "core/text/utf8.h"
#include "tests/cli/support/run.h"
#include "tests/core/support/archives.h"

namespace broadsheet {
namespace {

using testing::CliFolder;
using testing::lines_of;
using testing::Outcome;
using testing::run;
using testing::run_shell;

// More output than a pipe and its reader hold.
std::string parse_much() {
  std::string arguments = "parse";
  for (int i = 0; i < 400; ++i) arguments += " clean.md";
  return arguments;
}

TEST(CliOutput, WhatCannotBeWrittenIsReported) {
  for (const std::string& arguments :
       {std::string("parse clean.md"), parse_much(), std::string("parse duplicate-ids.md"),
        std::string("search '' clean.md"), std::string("search --json '' clean.md"),
        std::string("search --explain teapot clean.md"), std::string("--help"), std::string("parse --help"),
        std::string("--version")}) {
    const Outcome outcome = run(arguments + " >/dev/full");
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_EQ(outcome.err, "broadsheet: cannot write the output: No space left on device\n") << arguments;
  }
  EXPECT_EQ(run("parse clean.md >&-").exit_code, 2);
}

TEST(CliOutput, DiagnosticsThatCannotBeWrittenAreAFailure) {
  EXPECT_EQ(run("parse duplicate-ids.md").exit_code, 0);
  EXPECT_EQ(run("parse duplicate-ids.md 2>/dev/full").exit_code, 2);
}

TEST(CliOutput, EndsQuietlyWhenItsReaderHasGone) {
  constexpr int kEndedBySigpipe = 128 + 13;
  for (const char* before : {"", "trap '' PIPE; "}) {
    const Outcome outcome = run_shell("{ (" + std::string(before) + "broadsheet " + parse_much() +
                                      "); echo $? >&2; } | head -n 1");
    EXPECT_EQ(lines_of(outcome.out).size(), 1u);
    EXPECT_EQ(outcome.err, std::to_string(kEndedBySigpipe) + "\n") << before;
  }
}

TEST(CliOutput, DiagnosticsStandBehindThePapersOfTheirFile) {
  const Outcome apart = run("parse duplicate-ids.md");
  const Outcome together = run("parse duplicate-ids.md clean.md 2>&1");
  EXPECT_EQ(together.out, apart.out + apart.err + run("parse clean.md").out);
}

// Every character that a terminal obeys or that reorders the text around it.
std::string controls() {
  std::string text;
  for (uint32_t c = 1; c < 0x20; ++c) text += static_cast<char>(c);
  for (uint32_t c = 0x7F; c <= 0x9F; ++c) append_utf8(c, text);
  for (const uint32_t c : {0x061Cu, 0x200Eu, 0x200Fu}) append_utf8(c, text);
  for (uint32_t c = 0x202A; c <= 0x202E; ++c) append_utf8(c, text);
  for (uint32_t c = 0x2066; c <= 0x2069; ++c) append_utf8(c, text);
  return text;
}

// The first control character of the text other than line ends, or nothing.
std::string control_in(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  for (size_t i = 0; i < text.size(); i += decode_utf8(text, i).length) {
    const std::string character = text.substr(i, decode_utf8(text, i).length);
    if (controls().find(character) != std::string::npos) return text.substr(i);
  }
  return "";
}

class CliTerminal : public CliFolder {
 protected:
  void SetUp() override {
    CliFolder::SetUp();
    nlohmann::json paper;
    for (const char* key : {"title", "AI_Note", "abstract"}) paper[key] = "Tea " + controls() + " tea";
    paper["tldr" + controls()] = "tea";
    paper["authors"] = {"A " + controls()};
    paper["categories"] = {"cs" + controls()};
    paper["id"] = "2601.00001";
    write("a/tea" + controls() + ".jsonl", paper.dump() + "\n{" + controls() + "\n");
    write("year.zip",
          testing::make_zip({{"tea" + controls() + ".md", "x"}, {"../" + controls() + ".md", "x"}}));
    ASSERT_TRUE(lines_of(run("parse " + path("a")).out).size() == 1);
  }
};

TEST_F(CliTerminal, NothingThatATerminalObeysReachesIt) {
  const std::string attack = "'" + controls() + "'";
  for (const std::string& arguments : {
           "parse " + path(),
           "parse --repaired " + path(),
           "parse --diagnostics json " + path(),
           "search '' " + path(),
           "search --explain tea " + path(),
           "search --explain 'te*' " + path(),
           "search --json tea " + path(),
           "parse " + attack,
           "parse --diagnostics json " + attack,
           attack,
           "parse --" + attack + " clean.md",
           "parse --diagnostics " + attack + " clean.md",
           "search --limit " + attack + " tea clean.md",
           "search " + attack + " clean.md",
           "search teapott' " + controls() + "' clean.md",
           "search 'teapot \"'" + attack + " clean.md",
           "search --diagnostics json 'teapot \"'" + attack + " clean.md",
           "search '(tea '" + attack + " clean.md",
       }) {
    const Outcome outcome = run(arguments);
    EXPECT_NE(outcome.out + outcome.err, "") << arguments;
    EXPECT_EQ(control_in(outcome.out), "") << arguments;
    EXPECT_EQ(control_in(outcome.err), "") << arguments;
  }
}

TEST_F(CliTerminal, NamesAndTextsForgeNoLine) {
  const Outcome outcome = run("search tea " + path("a"));
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 4) << outcome.out;
  const Outcome missing = run("parse 'no\nclean.md:1: fine'");
  EXPECT_EQ(missing.err.find("no\\u000aclean.md:1: fine:0: unreadable: "), 0u) << missing.err;
}

TEST_F(CliTerminal, EscapesLeaveTheValuesOfJsonAsTheyAre) {
  const auto record = lines_of(run("parse " + path("a")).out).at(0);
  EXPECT_EQ(record["title"], "Tea " + controls() + " tea");
  EXPECT_EQ(record["digest"], "tea" + controls());
}

}  // namespace
}  // namespace broadsheet
