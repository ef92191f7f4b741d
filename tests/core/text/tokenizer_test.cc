#include "core/text/tokenizer.h"

#include <gtest/gtest.h>

#include <random>

namespace broadsheet {
namespace {

// Tokens joined by blanks, or by + before a glued ideograph.
std::string tokens_of(std::string_view text) {
  std::string joined;
  tokenize(text, [&](const Token& token) {
    if (!joined.empty()) joined += token.glued ? '+' : ' ';
    joined += token.folded;
  });
  return joined;
}

TEST(Tokenizer, CutsTextIntoWordsAndIdeographs) {
  const struct {
    const char* text;
    const char* tokens;
  } kCases[] = {
      {"", ""},
      {" \n\t", ""},
      {"Sparse attention", "sparse attention"},
      {"LLaMA-7B", "llama 7b"},
      {"GPT4o", "gpt4o"},
      {"1.25-bit", "1.25 bit"},
      {"arXiv:2601.07839.", "arxiv 2601.07839"},
      {"end.3 of 3.", "end 3 of 3"},
      {"model's and models’ and John’s", "model and models and john"},
      {"it'sx", "it sx"},
      {"Güttel", "guttel"},
      {"Gu\u0308ttel", "guttel"},
      {"E^2-LLM", "e 2 llm"},
      {"$\\beta_1$", "beta 1"},
      {"大模型", "大+模+型"},
      {"用LLM压缩", "用 llm 压+缩"},
      {"深度，学习", "深+度 学+习"},
      {"한국어", "한+국+어"},
      {"データ", "デ+ー+タ"},
      {"\u0301 lone mark", "lone mark"},
      {"12,345 and 1,250,000.5", "12345 and 1250000.5"},
      {"sizes 100,200 and 100, 200 and 1,000,200,300", "sizes 100200 and 100 200 and 1000200300"},
      {"1,2 and 12,34 and 2024,2025", "1 2 and 12 34 and 2024 2025"},
      {"1,2345 and 0,123 and a1,234 and 1,234x", "1 2345 and 0 123 and a1 234 and 1 234x"},
      {"τ-bench", "tau bench"},
      {"$\\tau$-bench", "tau bench"},
      {"λ Λ ς µ 𝜏 𝚫 ϵ ε", "lambda lambda sigma mu tau delta epsilon epsilon"},
      {"\\varepsilon \\varepsilons \\vartheta_1 varpi", "epsilon varepsilons theta 1 varpi"},
      {"λόγος µm Δx", "λογοσ μm δx"},
      {"ｶﾞﾗｽ", "ガ+ラ+ス"},
      {"ﾊﾟﾝ ｳﾞ ｱﾞ", "パ+ン ヴ ア"},
  };
  for (const auto& c : kCases) EXPECT_EQ(tokens_of(c.text), c.tokens) << c.text;
}

TEST(Tokenizer, ReadsTexInAWordAsItIsShown) {
  const struct {
    const char* text;
    const char* tokens;
  } kCases[] = {
      {R"(Schr\"odinger and Schr\"{o}dinger)", "schrodinger and schrodinger"},
      {R"({\"O}zg{\"u}r \"Ozg\"ur)", "ozgur ozgur"},
      {R"(\'{\i}ndice na\"{\i}ve na\"\ive)", "indice naive na ive"},
      {R"(Erd\H{o}s, Ho\v s, Fran\c{c}ois)", "erdos hos francois"},
      {R"(\'{\^a}b)", "ab"},
      {R"(Stra\ss{}e, Stra\ss e, {\O}re, \aa ngstr\"om)", "strasse strasse ore angstrom"},
      {R"(\textsc{Tea}Bench and \textbf{\textsc{Tea}}Bench)", "teabench and teabench"},
      {R"(Cup\textsubscript{max})", "cupmax"},
      {R"({\sc Tea}Bench {\em all of} it)", "teabench all of it"},
      {R"(\textsc{Tea} Bench, \emph{Tea}-Bench)", "tea bench tea bench"},
      {R"(data\-base)", "database"},
      {R"(a\textbf{} b}c)", "a b c"},
      {R"(say \"quoted\" words)", "say quoted words"},
      {R"($\frac{a}{b}\beta_{max}$)", "frac a b beta max"},
      {R"($\log\mathrm{x}$ \{a\}b)", "log x a b"},
      {R"(\unknown{Tea}Bench)", "unknown tea bench"},
      {R"(C\# R\&D a\_b)", "c r d a b"},
      {R"(\)", ""},
      {R"(tea\)", "tea"},
      {R"(tea\textsc{)", "tea"},
      {R"(tea{\")", "tea"},
  };
  for (const auto& c : kCases) EXPECT_EQ(tokens_of(c.text), c.tokens) << c.text;
}

TEST(Tokenizer, KeepsBracesApartHoweverDeepTheyAre) {
  const std::string open(1000, '{');
  const std::string close(1000, '}');
  EXPECT_EQ(tokens_of(open + "\\textsc{Tea}Bench" + close + "}}x"), "tea bench x");
  std::string styles;
  for (int i = 0; i < 1000; ++i) styles += "\\textsc{";
  EXPECT_EQ(tokens_of("a" + styles + "b"), "ab");
}

TEST(Tokenizer, CutsLongWordsOnACodePoint) {
  std::string word;
  for (int i = 0; i < 50; ++i) word += "ж";
  EXPECT_EQ(tokens_of(word).size(), kMaxTokenBytes);
  EXPECT_EQ(tokens_of("a" + word).size(), kMaxTokenBytes - 1);
}

TEST(Tokenizer, RangesAscendAndStandOnCodePoints) {
  std::mt19937 random(7);
  const std::u32string alphabet = U"aBo9 .'\"-中文ガ가𝐀é\u0301\n$\\{}’s";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) append_utf8(alphabet[random() % alphabet.size()], text);
    uint32_t last_end = 0;
    tokenize(text, [&](const Token& token) {
      EXPECT_LE(last_end, token.begin) << text;
      EXPECT_LT(token.begin, token.end) << text;
      EXPECT_FALSE(is_continuation_byte(text[token.begin])) << text;
      EXPECT_TRUE(token.end == text.size() || !is_continuation_byte(text[token.end])) << text;
      EXPECT_FALSE(token.folded.empty());
      last_end = token.end;
    });
    EXPECT_LE(last_end, text.size());
  }
}

TEST(Tokenizer, MakesATokenOfEveryIdeographGluedToTheOneBefore) {
  std::mt19937 random(11);
  const std::u32string alphabet = U"大模型学學習语語豈データｶ가\x20000\x2F804，。a7é";
  for (int round = 0; round < 2000; ++round) {
    std::u32string characters;
    for (size_t i = random() % 12; i > 0; --i) characters += alphabet[random() % alphabet.size()];
    std::string text;
    std::string expected;
    bool follows_ideograph = false;
    for (const char32_t character : characters) {
      std::string bytes;
      append_utf8(character, bytes);
      text += bytes;
      const bool is_ideograph = fold_char(character).char_class == CharClass::kIdeograph;
      if (is_ideograph) expected += (follows_ideograph ? "+" : " ") + fold(bytes);
      follows_ideograph = is_ideograph;
    }
    std::string found;
    tokenize(text, [&](const Token& token) {
      if (token.ideograph) found += (token.glued ? "+" : " ") + std::string(token.folded);
    });
    EXPECT_EQ(found, expected) << text;
  }
}

}  // namespace
}  // namespace broadsheet
