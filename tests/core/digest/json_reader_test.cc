// JSON in, papers out: the same as from the same day's Markdown.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/digest/json_spans.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;

std::vector<uint32_t> lines_of(const Digest& digest, DiagnosticCode code) {
  std::vector<uint32_t> lines;
  for (const Diagnostic& diagnostic : digest.diagnostics) {
    if (diagnostic.code == code) lines.push_back(diagnostic.line);
  }
  return lines;
}

Digest records() { return digest_of(testing::read_all(testing::fixtures() / "json-lines.jsonl"), "x.jsonl"); }

TEST(JsonReader, ContentDecidesNotTheName) {
  const std::string record = R"({"title": "T", "id": "2601.00001"})";
  for (const char* name : {"2026-01-14.md", "2026-01-14.jsonl", "noname"}) {
    EXPECT_EQ(digest_of(record, name).papers.size(), 1u) << name;
    EXPECT_EQ(digest_of(testing::to_markdown({{}}), name).papers.size(), 1u) << name;
  }
  for (const char* text : {"[link](x)", "{braces} in Markdown", "[x]: y", "", "[", "{", "\n"}) {
    EXPECT_FALSE(looks_like_json(text)) << text;
  }
  for (const char* text : {"{\"a\":1}", " \n[ \n{", "{}", "{'a': 1}"})
    EXPECT_TRUE(looks_like_json(text)) << text;
}

TEST(JsonReader, DecodesEscapesAndKeepsLineBreaks) {
  const Digest digest = records();
  EXPECT_EQ(digest.papers[0].title, "Engines that \"weave\" algebra: $\\beta$ and café");
  EXPECT_EQ(digest.papers[0].text(TextField::kAbstract),
            "First line,\n  hard wrapped.\n\n  Conclusion: still the abstract. 😀");
}

TEST(JsonReader, KeepsEachCategoryOnceInItsPlaceHoweverManyThereAre) {
  std::string names;
  std::vector<std::string> expected;
  for (int i = 0; i < 100; ++i) {
    const std::string name = "c." + std::to_string(i % 40);
    if (i < 40) expected.push_back(name);
    names += (i == 0 ? "\"" : ", \"") + name + "\"";
  }
  const Digest digest =
      digest_of(R"({"title": "T", "cate": "c.0", "categories": [)" + names + "]}", "x.jsonl");
  const auto& categories = digest.papers.at(0).categories;
  EXPECT_EQ((std::vector<std::string>{categories.begin(), categories.end()}), expected);
}

TEST(JsonReader, ABrokenRecordCostsOnlyItself) {
  const Digest digest = records();
  EXPECT_EQ(digest.papers.size(), 6u);
  EXPECT_EQ(lines_of(digest, DiagnosticCode::kBrokenRecord), (std::vector<uint32_t>{5, 6, 8, 9}));
}

TEST(JsonReader, ReadsArraysWhoseObjectsAreSpreadOverLines) {
  const Digest digest = digest_of(testing::read_all(testing::fixtures() / "json-array.json"));
  ASSERT_EQ(digest.papers.size(), 2u);
  EXPECT_EQ(digest.papers[0].line, 2u);
  EXPECT_EQ(digest.papers[1].arxiv_id.id, "hep-th/9711200");
  EXPECT_EQ(digest.papers[1].arxiv_id.version, 3u);
  EXPECT_EQ(lines_of(digest, DiagnosticCode::kBrokenRecord), (std::vector<uint32_t>{11, 16}));
}

TEST(JsonReader, ABracketThatIsMissingCostsOnlyItsObject) {
  const std::string good = "{\n\"title\": \"good\"\n}";
  const auto titles = [](const std::string& text) {
    std::string all;
    for (const Paper& paper : digest_of(text).papers) all += paper.title;
    return all;
  };
  for (const char* broken :
       {"{\n\"title\": \"x\",\n\"a\": [1\n}", "{\n\"title\": \"x\"\n", "{\n\"title\": \"x\"]\n}",
        "{\n\"title\": \"x\n}", "{\n\"title\" \"x\"\n}", "nothing"}) {
    EXPECT_EQ(titles("[\n" + good + ",\n" + broken + ",\n" + good + "\n]"), "goodgood") << broken;
  }
  const std::string line = "{\"title\": \"good\"}\n";
  for (const char* broken : {"{\"title\": [", "{\"title\": \"x", "}", "{{{{", "\\", "null"}) {
    EXPECT_EQ(titles("{\"title\": [\n" + line + broken + "\n" + line), "goodgood") << broken;
  }
}

TEST(JsonReader, KeepsASuffixWithItsNameAndDropsColons) {
  const Digest digest = records();
  EXPECT_EQ(digest.papers[0].authors, (std::vector<std::string_view>{"Ada Lovelace", "Alan Turing, Jr."}));
  EXPECT_EQ(digest.papers[3].authors, (std::vector<std::string_view>{"One Author", "Two Authors"}));
}

TEST(JsonReader, ANullIsAMissingField) {
  const Paper paper = records().papers[2];
  EXPECT_TRUE(paper.text(TextField::kTldr));
  EXPECT_FALSE(paper.text(TextField::kMotivation));
  EXPECT_FALSE(paper.text(TextField::kConclusion));
}

TEST(JsonReader, KeepsEveryKeyThatNamesNoField) {
  const Digest digest = records();
  const auto extra = [&](size_t paper) {
    std::vector<std::string> names;
    for (const ExtraField& field : digest.papers[paper].extra) names.emplace_back(field.name);
    return names;
  };
  EXPECT_EQ(extra(0), (std::vector<std::string>{"code_url", "code_stars"}));
  EXPECT_EQ(extra(2), (std::vector<std::string>{"background", "data"}));
  EXPECT_EQ(extra(4), (std::vector<std::string>{"title_translation", "translation", "AI summary", "keywords",
                                                "comments"}));
  EXPECT_EQ(extra(5), (std::vector<std::string>{"AI", "numbers"}));
}

TEST(JsonReader, BracketsThatNestWithoutEndAreRefusedInTime) {
  const std::string deep = R"({"title": "x", "a": )" + std::string(1000000, '[');
  const Digest digest = digest_of(deep + "\n" + R"({"title": "y"})");
  EXPECT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(lines_of(digest, DiagnosticCode::kBrokenRecord), (std::vector<uint32_t>{1}));
}

// Would take a minute if each key were compared with all earlier ones.
TEST(JsonReader, KeysWithoutEndAreRefusedInTime) {
  std::string many = R"({"title": "x")";
  for (int i = 0; i < 300000; ++i) many += ",\"" + std::to_string(i) + "\": 1";
  const Digest digest = digest_of(many + "}\n" + R"({"title": "y"})");
  EXPECT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(lines_of(digest, DiagnosticCode::kBrokenRecord), (std::vector<uint32_t>{1}));
}

TEST(JsonReader, ValuesWithoutEndAreRefusedAndCostNoOtherRecord) {
  for (const std::string_view value : {"0", "[]", "{}", "[[0]]"}) {
    std::string many = R"({"title": "x", "a": [)";
    for (uint32_t i = 0; i < kMaxJsonValues; ++i) (many += value) += ',';
    const Digest digest = digest_of(many + "0]}\n" + R"({"title": "y"})");
    EXPECT_EQ(digest.papers.size(), 1u) << value;
    EXPECT_EQ(lines_of(digest, DiagnosticCode::kBrokenRecord), (std::vector<uint32_t>{1})) << value;
  }
}

TEST(JsonReader, KeepsKeysInOrderAndOfEachTheLastHoweverManyThereAre) {
  for (const size_t keys : {3u, 16u, 17u, 18u, 500u}) {
    std::string record = R"({"title": "t")";
    for (size_t round = 0; round < 2; ++round) {
      for (size_t i = 0; i < keys; ++i)
        record += ", \"k" + std::to_string(i * 7 % keys) + "\": \"" + std::to_string(round * keys + i) + "\"";
    }
    const Digest digest = digest_of(record + "}");
    ASSERT_EQ(digest.papers.size(), 1u);
    const auto& extra = digest.papers[0].extra;
    ASSERT_EQ(extra.size(), keys);
    for (size_t i = 0; i < keys; ++i) {
      EXPECT_EQ(extra[i].name, "k" + std::to_string(i * 7 % keys));
      EXPECT_EQ(extra[i].text, std::to_string(keys + i));
    }
  }
}

TEST(JsonReader, AnEscapeOfHalfACharacterCostsNoMoreThanThat) {
  const struct {
    const char* escaped;
    const char* text;
    bool is_mended;
  } cases[] = {
      {R"(cut \ud83d)", "cut \uFFFD", true},       {R"(cut \uD83D)", "cut \uFFFD", true},
      {R"(\ude00 late)", "\uFFFD late", true},     {R"(\ud83d\ud83d\ude00)", "\uFFFD😀", true},
      {R"(\ude00\ud83d)", "\uFFFD\uFFFD", true},   {R"(\ud83d\u0041)", "\uFFFDA", true},
      {R"(whole \ud83d\ude00)", "whole 😀", false}, {R"(named \\ud83d)", "named \\ud83d", false},
  };
  for (const auto& [escaped, text, is_mended] : cases) {
    const std::string record = std::string(R"({"title": ")") + escaped + R"(", "summary": "s"})";
    const Digest digest = digest_of("\n" + record, "x.jsonl");
    ASSERT_EQ(digest.papers.size(), 1u) << escaped;
    EXPECT_EQ(digest.papers[0].title, text) << escaped;
    EXPECT_EQ(lines_of(digest, DiagnosticCode::kInvalidUtf8),
              is_mended ? std::vector<uint32_t>{2} : std::vector<uint32_t>{})
        << escaped;
  }
}

// Would take minutes if each unclosed object were walked to the file's end.
TEST(JsonReader, UnclosedObjectsWithoutNumberAreReadInTime) {
  for (const std::string& piece : {std::string("{\n"), std::string("{\"a\":\n"), std::string("{}}\n{\n"),
                                   std::string("[\n{"), std::string("{\\\"\\\n")}) {
    std::string text = "[{\n";
    for (int i = 0; i < 100000; ++i) text += piece;
    EXPECT_TRUE(digest_of(text).papers.empty());
  }
}

TEST(JsonReader, TextsOutliveMovesOfTheDigest) {
  Digest digest = records();
  const Digest moved = std::move(digest);
  EXPECT_EQ(moved.papers[1].title, "No summary yet");
}

TEST(JsonReader, ReadsPapersInsideAnObjectUnderAnyKey) {
  const char* const kShapes[] = {
      R"({"date": "2026-05-15", "count": 2, "papers": [{"title": "A", "arxiv_id": "2605.00015"}, {"title": "B", "arxiv_id": "2605.00016"}]})",
      R"({"2026-05-15": [{"title": "A", "arxiv_id": "2605.00015"}, {"title": "B", "arxiv_id": "2605.00016"}]})",
      R"({"2605.00015": {"title": "A", "date": "2026-05-15"}, "2605.00016": {"title": "B", "date": "2026-05-15"}})",
      R"({"title": "A digest", "updated": "2026-05-15", "data": {"items": [{"title": "A", "arxiv_id": "2605.00015"}, {"title": "B", "arxiv_id": "2605.00016"}]}})",
      R"([{"paper": {"title": "A", "id": "2605.00015", "publishedAt": "2026-05-15"}, "votes": 3}, {"paper": {"title": "B", "id": "2605.00016", "publishedAt": "2026-05-15"}}])",
      "{\"papers\": [\n  {\n    \"title\": \"A\",\n    \"arxiv_id\": \"2605.00015\",\n    \"date\": "
      "\"2026-05-15\"\n  },\n"
      "  {\"title\": \"B\", \"arxiv_id\": \"2605.00016\", \"date\": \"2026-05-15\"}\n]}",
  };
  for (const char* shape : kShapes) {
    const Digest digest = digest_of(shape, "papers.json");
    ASSERT_EQ(digest.papers.size(), 2u) << shape;
    EXPECT_EQ(digest.papers[0].title, "A") << shape;
    EXPECT_EQ(digest.papers[0].arxiv_id.id, "2605.00015") << shape;
    EXPECT_EQ(digest.papers[1].arxiv_id.id, "2605.00016") << shape;
    EXPECT_EQ(date_of(digest, digest.papers[1]), "2026-05-15") << shape;
  }
}

TEST(JsonReader, SaysWhichListItTookAndWhichKeysItDidNotUnderstand) {
  const Digest digest =
      digest_of(R"({"count": 1, "papers": [{"title": "A", "doi": "10.1000/1"}]})", "papers.json");
  ASSERT_FALSE(digest.diagnostics.empty());
  EXPECT_EQ(digest.diagnostics.back().code, DiagnosticCode::kUnknownDialect);
  EXPECT_EQ(
      digest.diagnostics.back().message,
      "1 papers were taken from the list \"papers\"; keys beside that say nothing of a paper: \"count\"");
  EXPECT_EQ(digest.papers[0].url, "https://doi.org/10.1000/1");
}

TEST(JsonReader, ReadsAuthorsHoweverTheyAreWritten) {
  const std::vector<std::string_view> expected = {"Ana Beispiel", "Bo Probe"};
  for (const char* authors :
       {R"(["Ana Beispiel,", "Bo Probe"])", R"([{"name": "Ana Beispiel"}, {"name": "Bo Probe"}])",
        R"([{"given": "Ana", "family": "Beispiel"}, {"first_name": "Bo", "last_name": "Probe"}])",
        R"("Ana Beispiel and Bo Probe")", R"("Ana Beispiel, Bo Probe")", R"("Ana Beispiel; Bo Probe")"}) {
    const Digest digest = digest_of(std::string(R"({"title": "T", "authors": )") + authors + "}", "x.json");
    ASSERT_EQ(digest.papers.size(), 1u) << authors;
    EXPECT_EQ(digest.papers[0].authors, expected) << authors;
  }
}

TEST(JsonReader, APaperThatListsItsReferencesIsOnePaper) {
  const Digest digest = digest_of(
      R"({"title": "T", "abstract": "a", "references": [{"title": "R", "abstract": "b"}, {"title": "S"}]})",
      "x.json");
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].title, "T");
}

}  // namespace
}  // namespace broadsheet
