#include "core/show/highlight.h"

#include <gtest/gtest.h>

#include "core/show/snippet.h"

namespace broadsheet {
namespace {

// The text with [brackets] around its hits.
std::string bracketed(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::string result;
  size_t at = 0;
  for (const ByteRange range : ranges) {
    result += std::string(text.substr(at, range.begin - at)) + "[" +
              std::string(text.substr(range.begin, range.end - range.begin)) + "]";
    at = range.end;
  }
  return result + std::string(text.substr(at));
}

TEST(Highlight, MarksWhatTheQueryFinds) {
  const struct {
    const char* query;
    const char* text;
    const char* marked;
  } kCases[] = {
      {"", "anything", "anything"},
      {"model", "Models model a modeling model-based remodel",
       "[Models] [model] a [modeling] [model]-based remodel"},
      {"guttel", "S. Güttel", "S. [Güttel]"},
      {"llm", "ＬＬＭ", "[ＬＬＭ]"},
      {"schrödinger", R"(A Schr\"odinger cat)", R"(A [Schr\"odinger] cat)"},
      {R"(Schr\"odinger)", R"(Schrödinger and Schr\"{o}dinger)", R"([Schrödinger] and [Schr\"{o}dinger])"},
      {"özgür", R"({\"O}zg{\"u}r Probe)", R"({[\"O}zg{\"u}r] Probe)"},
      {"teabench", R"(\textsc{Tea}Bench)", R"(\textsc{[Tea}Bench])"},
      {"tea", R"(\textsc{Tea} Bench)", R"(\textsc{[Tea]} Bench)"},
      {"\"schrödinger cat\"", R"(a Schr\"odinger \emph{Cat}!)", R"(a [Schr\"odinger \emph{Cat]}!)"},
      {"\"low rank\"", "low, low-rank and low\nrank; rank low", "low, [low-rank] and [low\nrank]; rank low"},
      {"\"models\"", "model models", "model [models]"},
      {"模型", "大模型与模型", "大[模型]与[模型]"},
      {"大模型", "大模型的模型", "[大模型]的[模型]"},
      {"模", "大模型", "大[模]型"},
      {"-model lora", "model lora", "model [lora]"},
      {"title:lora", "lora", "lora"},
      {"abstract:lora", "lora", "[lora]"},
      {"cat:cs.LG 2601.07839", "cs.LG 2601.07839", "cs.LG 2601.07839"},
      {"a b", "a b c", "[a] [b] c"},
  };
  for (const auto& c : kCases) {
    const Query query = parse_query(c.query, false);
    EXPECT_EQ(bracketed(c.text, Highlighter(query).find(c.text, SearchField::kAbstract).ranges), c.marked)
        << c.query;
  }
}

TEST(Highlight, MarksThePrefixWhileTyping) {
  const Query query = parse_query("comp", true);
  EXPECT_EQ(bracketed("comp compute decomp",
                      Highlighter(query).find("comp compute decomp", SearchField::kTitle).ranges),
            "[comp] [compute] decomp");
}

TEST(Highlight, TellsWhichTermsOccur) {
  const Query query = parse_query("alpha beta", false);
  const Hits hits = Highlighter(query).find("beta only", SearchField::kTitle);
  EXPECT_EQ(hits.terms, (std::vector<bool>{false, true}));
}

std::string snippet(std::string_view text, std::string_view query_text, size_t budget) {
  const Query query = parse_query(query_text, false);
  const ByteRange range =
      pick_snippet(text, Highlighter(query).find(text, SearchField::kAbstract).ranges, budget);
  return std::string(text.substr(range.begin, range.end - range.begin));
}

TEST(Snippet, IsTheWholeTextWhereItFits) { EXPECT_EQ(snippet("short text", "text", 40), "short text"); }

TEST(Snippet, IsTheHeadWithoutHits) { EXPECT_EQ(snippet("one two three four five", "zzz", 7), "one two"); }

TEST(Snippet, HoldsTheDensestHitsAndWholeWords) {
  const std::string text =
      "alpha starts here and then nothing for a long while until alpha and beta and alpha again stand here";
  const std::string found = snippet(text, "alpha beta", 40);
  EXPECT_NE(found.find("alpha and beta and alpha"), std::string::npos) << found;
  EXPECT_EQ(text.find(found) == 0 || text[text.find(found) - 1] == ' ', true);
}

TEST(Snippet, IsNeverCutThroughAFormula) {
  const std::string text =
      "some words before the formula $a + b + c + d + e + f$ target and many more words behind the target";
  for (size_t budget = 10; budget < 90; ++budget) {
    const std::string found = snippet(text, "target", budget);
    EXPECT_EQ(std::count(found.begin(), found.end(), '$') % 2, 0) << found;
  }
}

TEST(Snippet, CountsCodePointsOfChinese) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "文";
  text += "模型";
  for (int i = 0; i < 100; ++i) text += "字";
  const std::string found = snippet(text, "模型", 30);
  EXPECT_EQ(found.size(), 90u);
  EXPECT_NE(found.find("模型"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
