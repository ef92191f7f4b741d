// Files of no known dialect: their structure is found, and read by the reader of dialects.
#include "core/digest/infer_dialect.h"

#include <gtest/gtest.h>

#include "core/digest/front_matter.h"
#include "core/text/utf8.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"
#include "tests/core/support/nothing_lost.h"

namespace broadsheet {
namespace {

using testing::digest_of;

Digest fixture(const std::string& name, std::string_view file_name = "notes.md") {
  return digest_of(testing::read_all(testing::fixtures() / name), file_name);
}

std::vector<std::string> titles(const Digest& digest) {
  std::vector<std::string> all;
  for (const Paper& paper : digest.papers) all.emplace_back(paper.title);
  return all;
}

std::vector<std::string> authors(const Paper& paper) { return {paper.authors.begin(), paper.authors.end()}; }
std::vector<std::string> categories(const Paper& paper) {
  return {paper.categories.begin(), paper.categories.end()};
}

std::string extra(const Paper& paper, std::string_view name) {
  for (const ExtraField& field : paper.extra) {
    if (field.name == name) return std::string(field.text);
  }
  return "none";
}

std::string text(const Paper& paper, TextField field) {
  return std::string(paper.text(field).value_or("none"));
}

using Strings = std::vector<std::string>;

TEST(InferDialect, FindsEveryPaperOfEachKindOfFile) {
  const struct {
    const char* file;
    size_t papers;
    size_t links;
    size_t authors;
  } kKinds[] = {
      {"unknown-awesome.md", 6, 6, 5},        {"unknown-badges.md", 3, 2, 3},
      {"unknown-chinese-daily.md", 3, 3, 3},  {"unknown-days.md", 3, 3, 3},
      {"unknown-french.md", 2, 2, 2},         {"unknown-front-matter.md", 1, 1, 1},
      {"unknown-german.md", 2, 2, 2},         {"unknown-gui-list.md", 2, 2, 2},
      {"unknown-heading-code.md", 2, 2, 2},   {"unknown-headings-labels.md", 3, 2, 3},
      {"unknown-html-labels.md", 2, 2, 2},    {"unknown-japanese-weekly.md", 2, 2, 2},
      {"unknown-korean-list.md", 2, 2, 2},    {"unknown-list-mixed.md", 4, 4, 4},
      {"unknown-loose-items.md", 2, 2, 2},    {"unknown-names-below.md", 2, 2, 2},
      {"unknown-nested-topics.md", 4, 4, 4},  {"unknown-obsidian.md", 1, 1, 1},
      {"unknown-older-template.md", 3, 3, 3}, {"unknown-one-note.md", 1, 1, 1},
      {"unknown-paragraphs.md", 3, 3, 3},     {"unknown-parts.md", 3, 3, 3},
      {"unknown-quotes.md", 3, 3, 3},         {"unknown-repository-pages.md", 2, 2, 2},
      {"unknown-tables.md", 6, 5, 3},         {"unknown-tail.md", 2, 2, 2},
  };
  for (const auto& kind : kKinds) {
    const Digest digest = fixture(kind.file);
    size_t links = 0;
    size_t with_authors = 0;
    for (const Paper& paper : digest.papers) {
      EXPECT_FALSE(paper.title.empty()) << kind.file;
      links += paper.url.empty() ? 0 : 1;
      with_authors += paper.authors.empty() ? 0 : 1;
    }
    EXPECT_EQ(digest.papers.size(), kind.papers) << kind.file;
    EXPECT_EQ(links, kind.links) << kind.file;
    EXPECT_EQ(with_authors, kind.authors) << kind.file;
  }
}

TEST(InferDialect, ProseHasNoPapersAndTheFileSaysWhy) {
  for (const char* file :
       {"prose-readme.md", "prose-changelog.md", "prose-recipes.md", "prose-cites.md", "not-a-digest.md"}) {
    const Digest digest = fixture(file);
    EXPECT_TRUE(digest.papers.empty()) << file;
    ASSERT_FALSE(digest.diagnostics.empty()) << file;
    EXPECT_EQ(digest.diagnostics[0].code, DiagnosticCode::kNoPapers) << file;
  }
  EXPECT_EQ(fixture("prose-changelog.md").diagnostics[0].message,
            "5 headings, 2 list items; no links to papers, and no labelled titles and authors");
}

TEST(InferDialect, TheProjectsOwnPagesHaveNoPapers) {
  for (const auto& folder : {testing::source_dir(), testing::source_dir() / "docs"}) {
    for (const auto& file : testing::files_in(folder, ".md"))
      EXPECT_TRUE(digest_of(testing::read_all(file), "x.md").papers.empty()) << file;
  }
}

TEST(InferDialect, ReadsLabelsBelowANumberedHeading) {
  const Digest digest = fixture("unknown-headings-labels.md");
  EXPECT_EQ(titles(digest), (Strings{"Dough with Memory", "Crust First", "A Loaf without a Link"}));
  EXPECT_EQ(digest.date, "2026-08-21");
  const Paper& first = digest.papers[0];
  EXPECT_EQ(first.arxiv_id.id, "2608.10005");
  EXPECT_EQ(authors(first), (Strings{"Ana Beispiel", "Bo Probe", "Cy Muster"}));
  EXPECT_EQ(categories(first), (Strings{"cs.AI", "cs.RO"}));
  EXPECT_TRUE(text(first, TextField::kAbstract).starts_with("Dough remembers"));
  const Paper& second = digest.papers[1];
  EXPECT_EQ(authors(second), (Strings{"Exempel, D.", "Muster, E."}));
  EXPECT_EQ(second.url, "https://doi.org/10.1000/crust.2026");
  EXPECT_EQ(second.date, "2026-08-20");
  EXPECT_EQ(categories(second), Strings{"cs.LG"});
}

TEST(InferDialect, ReadsListItemsOfSeveralForms) {
  const Digest digest = fixture("unknown-list-mixed.md");
  EXPECT_EQ(digest.date, "2026-04-28");
  EXPECT_EQ(titles(digest),
            (Strings{"Time to Rise", "Yeast Graphs", "Doors without Hinges", "Racks Revisited"}));
  EXPECT_EQ(text(digest.papers[0], TextField::kAbstract), "Rising takes time.\n\n  Time is money.");
  EXPECT_EQ(text(digest.papers[1], TextField::kAbstract), "Yeast forms graphs.");
  EXPECT_EQ(digest.papers[1].arxiv_id.id, "2604.10008");
  EXPECT_EQ(digest.papers[2].arxiv_id.version, 1u);
  EXPECT_EQ(categories(digest.papers[2]), Strings{"cs.RO"});
  EXPECT_EQ(digest.papers[3].date, "2026-04-25");
  EXPECT_EQ(extra(digest.papers[3], "Code"), "https://example.org/r");
}

TEST(InferDialect, NamesTheCellsOfEachTableByItsColumns) {
  const Digest digest = fixture("unknown-tables.md");
  EXPECT_EQ(digest.date, "2026-08-21");
  EXPECT_EQ(text(digest.papers[0], TextField::kAbstract), "It jumps.");
  EXPECT_EQ(extra(digest.papers[0], "Comment"), "9 pages");
  EXPECT_EQ(digest.papers[0].date, "2026-08-19");
  EXPECT_EQ(text(digest.papers[2], TextField::kTldr), "A family of crumbs that spread in parallel.");
  EXPECT_EQ(categories(digest.papers[2]), Strings{"Top Bread Papers of the Week"});
  EXPECT_EQ(text(digest.papers[3], TextField::kTldr), "提出耦合的烤箱");
  EXPECT_EQ(authors(digest.papers[3]), (Strings{"张三", "李四"}));
}

TEST(InferDialect, ATableWhoseRowsDifferInMarksLosesNoRow) {
  const Digest digest = fixture("unknown-table-marks.md");
  EXPECT_EQ(titles(digest), (Strings{"Slow Dough", "Crumbs at Rest", "Ovens", "Rye", "CrumbNet", "Yeast",
                                     "Loaf", "Sourdough that Counts", "Salt", "Malt", "FlourFlow", "Sieve"}));
  EXPECT_EQ(extra(digest.papers[7], "Venue"), "BakeConf 2026");
}

TEST(InferDialect, AFileWithFrontMatterIsOnePaper) {
  const Digest digest = fixture("unknown-front-matter.md");
  ASSERT_EQ(digest.papers.size(), 1u);
  const Paper& paper = digest.papers[0];
  EXPECT_EQ(paper.title, "Oven Clock: Baking by Ear");
  EXPECT_EQ(paper.arxiv_id.id, "2606.10004");
  EXPECT_EQ(paper.url, "https://arxiv.org/abs/2606.10004");
  EXPECT_EQ(digest.date, "2026-06-11");
  EXPECT_EQ(text(paper, TextField::kTldr), "听声音烤面包。");
  EXPECT_EQ(text(paper, TextField::kResult), "Nine of ten loaves.");
  EXPECT_EQ(text(paper, TextField::kAbstract), "Ovens need ears.\n\nThey hear crust.");
  EXPECT_EQ(extra(paper, "摘要"), "烤箱需要耳朵。");
  EXPECT_NE(extra(paper, "详细总结（自动生成）").find("这一行不是字段"), std::string::npos);
}

TEST(InferDialect, WhatFollowsAPaperIsNoPartOfItsAbstract) {
  const Digest digest = fixture("unknown-tail.md");
  EXPECT_EQ(digest.date, "2026-08-21");
  for (const Paper& paper : digest.papers) EXPECT_TRUE(paper.categories.empty());
  EXPECT_EQ(text(digest.papers[0], TextField::kAbstract), "Dough lives in static worlds.");
  EXPECT_EQ(extra(digest.papers[0], "Relevance"), "9");
  EXPECT_EQ(text(digest.papers[1], TextField::kAbstract), "Loaves need scaffolds.");
}

TEST(InferDialect, ReadsTheOlderTemplateOfTheFamily) {
  const Digest digest = fixture("unknown-older-template.md");
  EXPECT_EQ(digest.dialect, "O");
  EXPECT_EQ(text(digest.papers[0], TextField::kTldr), "Cook jam without stirring.");
  EXPECT_EQ(text(digest.papers[0], TextField::kMotivation), "Arms get tired.");
  EXPECT_EQ(text(digest.papers[1], TextField::kTldr), "A lid with a spring.");
  EXPECT_EQ(text(digest.papers[2], TextField::kAbstract), "A jar is\na vessel.");
  EXPECT_EQ(authors(digest.papers[2]), Strings{"Di Exempel"});
}

TEST(InferDialect, PapersUnderADayAreOfThatDay) {
  const Digest digest = fixture("unknown-days.md");
  EXPECT_EQ(digest.papers[0].date, "2026-08-21");
  EXPECT_EQ(digest.papers[2].date, "2026-08-20");
  EXPECT_TRUE(digest.papers[0].categories.empty());
}

std::string list_with(const std::string& first_text) {
  std::string list = "# Papers\n\n";
  for (const char* id : {"1", "2", "3"}) {
    list +=
        "- **Dough in Paper " + std::string(id) + "** [paper](https://arxiv.org/abs/2601.0000" + id + ") ";
    list += (*id == '1' ? first_text : "text") + "\n";
  }
  return list;
}

TEST(InferDialect, ALineTooLongForMarksIsCutBetweenCharacters) {
  for (const std::string before : {"", "x", "xx", "xxx"}) {
    for (const char* piece : {"大模型压缩", "🗓 "}) {
      std::string line = before;
      while (line.size() < 20'000) line += piece;
      for (const std::string& text : {line, "\n  Authors: " + line}) {
        const Digest digest = digest_of(list_with(text), "notes.md");
        ASSERT_EQ(digest.papers.size(), 3u);
        const Paper& paper = digest.papers[0];
        for (const auto& field : paper.texts) EXPECT_TRUE(is_utf8(field.value_or("")));
        for (const std::string_view author : paper.authors) EXPECT_TRUE(is_utf8(author));
        for (const ExtraField& field : paper.extra) EXPECT_TRUE(is_utf8(field.text));
      }
    }
  }
}

TEST(InferDialect, AHeadingWithoutWordsIsStructure) {
  const Digest digest = digest_of(list_with("text") + "\n##\n\n" + list_with("text"), "notes.md");
  EXPECT_EQ(digest.papers.size(), 6u);
  EXPECT_EQ(testing::first_lost_line(digest), "");
}

TEST(InferDialect, ASignAfterATagAtTheEndOfATextIsKept) {
  const Digest digest = digest_of(list_with("\n\n  Words.\n</td>></td>"), "notes.md");
  EXPECT_EQ(extra(digest.papers.at(0), "text"), "Words.\n</td>>");
}

TEST(InferDialect, AValueBelowItsLabelThatSaysNothingNewIsKept) {
  const Digest digest = digest_of(
      "## One title\n\n**Categories:**\n- Tea\n- Tea\n- `cs.LG`\n- `cs.LG`\n\n"
      "**Links:**\n- [](\n\n**arXiv:** 2601.00001\n\n"
      "## Two titles\n\n**Authors:** A B\n\n**arXiv:** 2601.00002\n",
      "notes.md");
  ASSERT_EQ(digest.papers.size(), 2u);
  EXPECT_EQ(categories(digest.papers[0]), (Strings{"Tea", "cs.LG"}));
  ASSERT_EQ(digest.papers[0].extra.size(), 2u);
  EXPECT_EQ(digest.papers[0].extra[0].text, "Tea");
  EXPECT_EQ(digest.papers[0].extra[1].text, "[](");
  EXPECT_EQ(testing::first_lost_line(digest), "");
}

TEST(InferDialect, ALineMayNameAnyNumberOfPapers) {
  std::string few;
  for (size_t i = 0; i < 100; ++i) few += "arXiv:2602.00001 and ";
  const Digest digest = digest_of(list_with(few), "notes.md");
  ASSERT_EQ(digest.papers.size(), 3u);
  EXPECT_EQ(digest.papers[0].arxiv_id.id, "2601.00001");
  EXPECT_EQ(digest.papers[0].extra.size(), 100u);
  std::string many(9'000, 'x');
  for (size_t i = 0; i < 100'000; ++i) many += " arXiv:2602.00001";
  EXPECT_EQ(digest_of(list_with(many), "notes.md").papers.size(), 3u);
}

TEST(InferDialect, SaysFromWhatItInferredTheStructure) {
  const Digest digest = fixture("unknown-gui-list.md");
  ASSERT_FALSE(digest.diagnostics.empty());
  EXPECT_EQ(digest.diagnostics[0].code, DiagnosticCode::kUnknownDialect);
  EXPECT_NE(digest.diagnostics[0].message.find("2 list items"), std::string::npos);
}

TEST(InferDialect, DescribesTheStructureInTheLanguageOfDialects) {
  const std::string text = testing::read_all(testing::fixtures() / "unknown-tail.md");
  TextArena arena;
  const Inference inference = infer_dialect(text, front_matter_end(text), arena);
  const std::string lines = describe(inference.dialect);
  for (const char* line :
       {"paper: ## {heading}\n", "header: **Authors:** {people}\n", "header: **Abstract:** {abstract...}\n",
        "header: **Relevance:** {Relevance...}\n"})
    EXPECT_NE(lines.find(line), std::string::npos) << line << lines;
}

}  // namespace
}  // namespace broadsheet
