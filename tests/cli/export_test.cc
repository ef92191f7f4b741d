// The command `export`: operands, options, and what reaches a file or a terminal.
#include "tests/cli/support/run.h"

namespace broadsheet {
namespace {

using testing::CliFolder;
using testing::lines_of;
using testing::Outcome;
using testing::run;
using testing::run_shell;

size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(CliExport, PrintsEveryPaperWithoutAQuery) {
  const Outcome outcome = run("export --format bibtex clean.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(count_of(outcome.out, "@misc{"), 3u);
  EXPECT_EQ(run("export --format bibtex clean.md export.md").out,
            run("export --format bibtex '' clean.md export.md").out);
}

TEST(CliExport, TakesTheFirstOperandForAQueryUnlessItNamesAFile) {
  EXPECT_EQ(count_of(run("export --format bibtex knots export.md").out, "@misc{"), 2u);
  EXPECT_EQ(count_of(run("export --format bibtex title:knots export.md").out, "@misc{"), 2u);
  EXPECT_EQ(count_of(run("export --format bibtex clean.md export.md").out, "@misc{"), 8u);
  EXPECT_EQ(run("export --format bibtex no-such.md export.md").exit_code, 2);
  EXPECT_EQ(count_of(run("export --format bibtex - <export.md").out, "@misc{"), 7u);
}

TEST(CliExport, WritesAPageAndSaysHowItsFormulasAre) {
  const std::string page = run("export --format html clean.md").out;
  EXPECT_TRUE(page.starts_with("<!doctype html>"));
  EXPECT_EQ(count_of(page, "<article>"), 3u);
  EXPECT_NE(run("export --help").out.find("formulas stay as TeX"), std::string::npos);
}

TEST(CliExport, FindsOnlyWhatWasTyped) {
  const Outcome outcome = run("export --format bibtex knotz export.md");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
}

TEST(CliExport, WritesAWorkOnce) {
  EXPECT_EQ(count_of(run("export --format bibtex duplicate-ids.md").out, "@misc{"), 2u);
}

TEST(CliExport, HasTheOptionsOfTheFormats) {
  const std::string plain = run("export --format bibtex export.md").out;
  EXPECT_EQ(plain.find("abstract ="), std::string::npos);
  const std::string out = run("export --format bibtex --abstract --authors 1 --keys 'x:{id}' export.md").out;
  EXPECT_NE(out.find("abstract = {"), std::string::npos);
  EXPECT_NE(out.find("author = {van der Tee, Ludwig and others}"), std::string::npos);
  EXPECT_NE(out.find("@misc{x:2601.00001,"), std::string::npos);
}

TEST(CliExport, NamesTheCharactersThatHaveNoAsciiForm) {
  const Outcome outcome = run("export --format bibtex --ascii export.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(
      outcome.err.ends_with("export:0: no_tex_form: 2 characters have no TeX form and stay as they are: 伟 "
                            "(U+4F1F), 张 (U+5F20)\n"))
      << outcome.err;
  const Outcome json = run("export --format bibtex --ascii --diagnostics json export.md");
  EXPECT_EQ(lines_of(json.err).back()["code"], "no_tex_form");
}

TEST(CliExport, SaysWhatIsWrong) {
  const struct {
    const char* arguments;
    const char* err;
  } kCases[] = {
      {"export", "broadsheet export: --format is required\n"},
      {"export clean.md", "broadsheet export: --format is required\n"},
      {"export --format bibtex", "broadsheet export: FILE is required\n"},
      {"export --format docx clean.md",
       "--format: expected one of bibtex, biblatex, ris, csl-json, csv, jsonl, markdown, notes, link, "
       "reference, cite, id, html, not "
       "\"docx\"\n"},
      {"export --format ris --authors x clean.md", "--authors: expected a number, not \"x\"\n"},
      {"export --format ris --keys '{x}' clean.md", "--keys: there is no {x}: \"{x}\"\n"},
      {"export --format ris --json clean.md", "broadsheet export: no such option: --json\n"},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run(c.arguments);
    EXPECT_EQ(outcome.exit_code, 2) << c.arguments;
    EXPECT_EQ(outcome.out, "") << c.arguments;
    EXPECT_NE(outcome.err.find(c.err), std::string::npos) << outcome.err;
  }
}

TEST(CliExport, WritesBytesAsTheyAreToAFileAndSafeLinesToATerminal) {
  const std::string file = run("export --format csv export.md").out;
  EXPECT_TRUE(file.starts_with("\xEF\xBB\xBFkey,"));
  EXPECT_EQ(count_of(file, "\r\n"), 8u);
  const std::string raw = run("export --format markdown control-bytes.md").out;
  EXPECT_NE(raw.find("\x1B"), std::string::npos);
  // `script` gives the command a terminal.
  const std::string shown = run_shell("script -qec '" + testing::command_path() +
                                      " export --format markdown control-bytes.md' /dev/null </dev/null")
                                .out;
  EXPECT_EQ(shown.find("\x1B"), std::string::npos);
  EXPECT_NE(shown.find("\\u001b"), std::string::npos);
}

TEST(CliExport, ReportsWhatCannotBeWritten) {
  const Outcome outcome = run("export --format bibtex clean.md >/dev/full");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "broadsheet: cannot write the output: No space left on device\n");
}

}  // namespace
}  // namespace broadsheet
