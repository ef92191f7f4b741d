// What every format makes of tests/fixtures/export.md, against tests/golden/export. After a meant change:
//   BROADSHEET_UPDATE_GOLDEN=1 build/dev/broadsheet_tests --gtest_filter='*Golden*'
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

#include "core/export/export.h"
#include "core/export/notes.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/exported.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::read_all;

std::vector<Citation> citations_of(const Digest& digest) {
  std::vector<Citation> citations;
  for (const Paper& paper : digest.papers) citations.push_back(cite(digest, paper));
  return citations;
}

std::string exported(const Digest& digest, std::string_view format, const ExportOptions& options = {}) {
  std::vector<Citation> citations = citations_of(digest);
  ExportReport report;
  return export_papers(citations, *find_export_format(format), options, report);
}

std::string problem_of(std::string_view format, std::string_view text) {
  if (format == "bibtex" || format == "biblatex") return testing::bib_problem(text);
  if (format == "ris") return testing::ris_problem(text);
  if (format == "csv") return testing::csv_problem(text);
  if (format == "csl-json") return testing::csl_problem(text);
  return "";
}

Digest fixture() { return digest_of(read_all(testing::fixtures() / "export.md")); }

struct Case {
  const char* name;
  const char* format;
  ExportOptions options;
};

class ExportGolden : public ::testing::TestWithParam<Case> {};

TEST_P(ExportGolden, FixtureIsWrittenAsRecorded) {
  const Case& c = GetParam();
  const Digest digest = fixture();
  std::vector<Citation> citations = citations_of(digest);
  citations[0].tags = {"to read", "tea, green"};
  citations[0].note = "Half of it is $5.\nBuy 100%.";
  citations[3].tags = {"@tag"};
  ExportReport report;
  const std::string actual = export_papers(citations, *find_export_format(c.format), c.options, report);
  EXPECT_EQ(problem_of(c.format, actual), "");
  const auto golden = testing::source_dir() / "tests/golden/export" / c.name;
  if (std::getenv("BROADSHEET_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, read_all(golden));
}

const Case kCases[] = {
    {"bibtex.bib", "bibtex", {}},
    {"bibtex-ascii.bib", "bibtex", {.abstracts = true, .authors = 2, .ascii = true, .keys = "{id}"}},
    {"biblatex.bib", "biblatex", {.abstracts = true}},
    {"papers.ris", "ris", {.abstracts = true, .authors = 3}},
    {"csl.json", "csl-json", {.abstracts = true}},
    {"papers.csv", "csv", {.abstracts = true, .authors = 1}},
    {"papers.jsonl", "jsonl", {}},
    {"papers.md", "markdown", {}},
    {"notes.md", "notes", {.abstracts = true}},
    {"links.md", "link", {}},
    {"references.txt", "reference", {.authors = 2}},
    {"cite.tex", "cite", {}},
    {"ids.txt", "id", {}},
};
INSTANTIATE_TEST_SUITE_P(Formats, ExportGolden, ::testing::ValuesIn(kCases), [](const auto& test) {
  std::string name = test.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
});

TEST(ExportFormats, OfNoPapersAreValid) {
  for (const ExportFormat& format : export_formats()) {
    ExportReport report;
    EXPECT_EQ(problem_of(format.name, export_papers({}, format, {}, report)), "") << format.name;
  }
}

TEST(ExportFormats, HoldNoZeroBytesThatWouldMakeThemUtf16) {
  std::string zeros;
  for (const char c : std::string_view("we saw letters apart")) (zeros += '\0') += c;
  const Digest digest =
      digest_of(testing::to_markdown({{.abstract = "A text. " + zeros}}) + std::string(2'000, 'x'));
  ASSERT_EQ(digest.papers.size(), 1u);
  for (const ExportFormat& format : export_formats()) {
    const std::string text = exported(digest, format.name, {.abstracts = true});
    EXPECT_EQ(text.find('\0'), std::string::npos) << format.name;
  }
  EXPECT_EQ(note_file(citations_of(digest).front(), {.abstracts = true}).text.find('\0'), std::string::npos);
}

TEST(ExportFormats, ALineThatBeginsAPaperBehindAZeroBeginsNone) {
  std::string text = "Words.\n";
  (text += '\0') += "### [2] [No paper](https://arxiv.org/abs/2601.00002)";
  const Digest digest = digest_of(testing::to_markdown({{.abstract = text}}));
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest_of(exported(digest, "markdown")).papers.size(), 1u);
}

TEST(ExportFormats, AreFoundByName) {
  for (const ExportFormat& format : export_formats()) EXPECT_EQ(find_export_format(format.name), &format);
  EXPECT_EQ(find_export_format("docx"), nullptr);
}

// Fixtures and, where it is, the corpus: whatever a digest holds.
TEST(ExportFormats, AreValidForEveryFixture) {
  for (const auto& file : testing::files_in(testing::fixtures(), ".md")) {
    const auto digest = read_digest(file.filename().string(), read_all(file));
    if (!digest.ok()) continue;
    for (const ExportFormat& format : export_formats()) {
      for (const bool ascii : {false, true}) {
        const ExportOptions options = {.abstracts = true, .ascii = ascii};
        EXPECT_EQ(problem_of(format.name, exported(digest.value(), format.name, options)), "")
            << file << " " << format.name;
      }
    }
  }
}

TEST(ExportFormats, AreValidForTheCorpus) {
  if (!testing::has_corpus()) GTEST_SKIP() << "no corpus beside this checkout";
  for (const char* folder : {"archive", "hard", "dialects"}) {
    for (const auto& file : testing::files_in(testing::corpus() / folder, ".md")) {
      const auto digest = read_digest(file.filename().string(), read_all(file));
      ASSERT_TRUE(digest.ok());
      for (const ExportFormat& format : export_formats()) {
        const ExportOptions options = {.abstracts = true, .ascii = true};
        EXPECT_EQ(problem_of(format.name, exported(digest.value(), format.name, options)), "")
            << file << " " << format.name;
      }
    }
  }
}

// Texts of extra fields of one name are one, as both formats join them.
std::string extra_of(const Paper& paper, std::string_view name) {
  std::string text;
  for (const ExtraField& field : paper.extra) {
    if (field.name == name) (text += text.empty() ? "" : "\n\n") += field.text;
  }
  return text;
}

void expect_same(const Digest& expected, const std::string& text, std::string_view name) {
  const Digest read = digest_of(text, name);
  ASSERT_EQ(read.papers.size(), expected.papers.size()) << name;
  for (size_t i = 0; i < read.papers.size(); ++i) {
    const Paper& a = read.papers[i];
    // Markdown is grouped by category.
    const auto found = std::find_if(expected.papers.begin(), expected.papers.end(), [&](const Paper& paper) {
      return paper.title == a.title && paper.url == a.url && paper.categories == a.categories;
    });
    ASSERT_NE(found, expected.papers.end()) << name << ": " << a.title;
    const Paper& b = *found;
    EXPECT_EQ(a.arxiv_id.id, b.arxiv_id.id);
    EXPECT_EQ(a.arxiv_id.version, b.arxiv_id.version);
    EXPECT_EQ(a.authors, b.authors) << a.title;
    for (size_t field = 0; field < kTextFieldCount; ++field)
      EXPECT_EQ(a.texts[field], b.texts[field]) << a.title;
    for (const ExtraField& extra : b.extra)
      EXPECT_EQ(extra_of(a, extra.name), extra_of(b, extra.name)) << a.title;
    EXPECT_EQ(a.extra.size() > 0, b.extra.size() > 0) << a.title;
  }
}

TEST(ExportRoundTrip, MarkdownAndJsonLinesGiveTheSamePapers) {
  std::vector<std::filesystem::path> files = {testing::fixtures() / "export.md",
                                              testing::fixtures() / "clean.md",
                                              testing::fixtures() / "multi-paragraph-abstract.md",
                                              testing::fixtures() / "lists-in-fields.md",
                                              testing::fixtures() / "labels-inside-tldr.md",
                                              testing::fixtures() / "old-style-ids.md"};
  if (testing::has_corpus()) {
    for (const auto& file : testing::files_in(testing::corpus() / "archive", ".md")) files.push_back(file);
  }
  for (const auto& file : files) {
    const Digest digest = digest_of(read_all(file), file.filename().string());
    expect_same(digest, exported(digest, "markdown"), file.filename().string());
    expect_same(digest, exported(digest, "jsonl"), file.stem().string() + ".jsonl");
  }
}

TEST(ExportRoundTrip, MarkdownKeepsWhatTheDialectHasNoPlaceFor) {
  const Digest digest = digest_of(
      R"json({"id":"2601.00001v3","title":"Tea","pdf":"https://example.org/tea.pdf",)json"
      R"json("authors":["Li, Wei","A, B and C"],"categories":["cs.LG","cs.CL"],"comment":"5 pages",)json"
      R"json("summary":"a\n\nAbstract: b\n### [9] [c](d)","AI":{"tldr":"t\n\n<details>"}})json",
      "2026-01-14.jsonl");
  const Digest read = digest_of(exported(digest, "markdown"), "2026-01-14.md");
  ASSERT_EQ(read.papers.size(), 1u);
  const Paper& paper = read.papers[0];
  EXPECT_EQ(paper.arxiv_id.id, "2601.00001");
  EXPECT_EQ(paper.arxiv_id.version, 3u);
  EXPECT_EQ(paper.authors, (std::vector<std::string_view>{"Wei Li", "A  B and C"}));
  EXPECT_EQ(paper.categories, (std::vector<std::string_view>{"cs.LG"}));
  EXPECT_EQ(extra_of(paper, "Categories"), "cs.LG, cs.CL");
  EXPECT_EQ(extra_of(paper, "Link"), "https://example.org/tea.pdf");
  EXPECT_EQ(extra_of(paper, "comment"), "5 pages");
  EXPECT_EQ(paper.text(TextField::kTldr), "t\n\n  <details>");
  EXPECT_EQ(paper.text(TextField::kAbstract), "a\n\nAbstract: b\n  ### [9] [c](d)");
}

TEST(NoteFile, IsNamedByItsKeyAsEverySystemAllows) {
  const Digest digest = fixture();
  std::vector<Citation> citations = citations_of(digest);
  assign_keys(citations, "arXiv:{id}");
  EXPECT_EQ(note_file(citations[0], {}).name, "arXiv-2601.00001.md");
  EXPECT_EQ(note_file(citations[5], {}).name, "arXiv-math.GT-0309136.md");
  EXPECT_TRUE(note_file(citations[0], {}).text.starts_with("---\ntitle: \"DeepTea-R1: "));
}

}  // namespace
}  // namespace broadsheet
