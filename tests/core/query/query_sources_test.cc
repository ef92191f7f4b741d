// Every term of a query knows where it was typed.
#include <gtest/gtest.h>

#include <random>

#include "core/query/query.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

std::string dump(const QueryTerm& term, std::string_view text) {
  std::string dumped = term.text + "=";
  for (const auto& [begin, end] : term.sources)
    dumped += "<" + std::string(text.substr(begin, end - begin)) + ">" + std::to_string(begin);
  return dumped;
}

std::string sources_of(std::string_view text, bool typing = false) {
  const Query query = parse_query(text, typing, {.extra_fields = {"ainote"}, .sets = {}});
  std::string dumped;
  const auto add = [&](const QueryTerm& term) { dumped += (dumped.empty() ? "" : " ") + dump(term, text); };
  for (const Clause& clause : query.clauses) {
    for (const QueryTerm& term : clause.terms) add(term);
    if (clause.near.empty()) continue;
    dumped += " near";
    for (const std::vector<QueryTerm>& sequence : clause.near) {
      for (const QueryTerm& word : sequence) add(word);
    }
  }
  return dumped;
}

TEST(QuerySources, NameThePlaceOfEveryTerm) {
  const struct {
    std::string text, sources;
  } kCases[] = {
      {"Sparse  attention", "sparse=<Sparse>0 attention=<attention>8"},
      {"\"low rank\" x", "low=<low>1 rank=<rank>5 x=<x>11"},
      {"“low rank”", "low=<low>3 rank=<rank>7"},
      {"title:attention", "attention=<attention>6"},
      {"标题：注意力 x", "注意=<注意>9 意力=<意力>12 x=<x>19"},
      {"title:(a OR \"b c\")", "a=<a>7 b=<b>13 c=<c>15"},
      {"AI_Note:tea", "tea=<tea>8"},
      {"has:tea", "has=<has>0 tea=<tea>4"},
      {"x low-rank", "x=<x>0 low=<low>2 rank=<rank>6 lowrank=<low-rank>2"},
      {"low-rank-low", "low=<low>0<low>9 rank=<rank>4 lowranklow=<low-rank-low>0"},
      {"(low-rank*)", "low=<low>1 rank=<rank>5 lowrank=<low-rank>1"},
      {"大模型", "大模=<大模>0 模型=<模型>3"},
      {"x模 型", "x=<x>0 模=<模>1 型=<型>5"},
      {"語x", "语=<語>0 x=<x>3"},
      {"compress*", "compress=<compress>0"},
      {"atention~", "atention=<atention>0"},
      {"\"sparse atten*\"", "sparse=<sparse>1 atten=<atten>8"},
      {"tea NEAR/3 \"a tea\"", "tea=<tea>0<tea>14 a=<a>12 near tea=<tea>0 a=<a>12 tea=<tea>14"},
      {"tea -kettle NOT pot", "tea=<tea>0 kettle=<kettle>5 pot=<pot>16"},
      {"tea tea \"tea a tea\"", "tea=<tea>0 tea=<tea>4 tea=<tea>9<tea>15 a=<a>13"},
      {"ＬＬＭ　x", "llm=<ＬＬＭ>0 x=<x>12"},
      {"Gu\u0308ttel e\u0301", "guttel=<Gu\u0308ttel>0 e=<e\u0301>9"},
      {"model's C++ 1.25", "model=<model>0 c++=<C++>8 1.25=<1.25>12"},
      {"cs.LG: 2601.07839 cat:x", "cs=<cs>0 lg=<LG>3 cslg=<cs.LG>0"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(sources_of(c.text), c.sources) << c.text;
  EXPECT_EQ(sources_of("low spar", true), "low=<low>0 spar=<spar>4");
}

// The folded tokens of a text as one word.
std::string folded(std::string_view text) { return label_key(text); }

TEST(QuerySources, CutOutOfAnyTextWhatFoldsToTheTerm) {
  const std::vector<std::string> kPieces = {
      "low",      "Rank",   "-",   "-",  " ",  " ",          "\"",
      "(",        ")",      ":",   "*",  "~",  "title:",     "cat:",
      "OR",       "NEAR/3", "NOT", "模", "型", "語",         "が",
      "か\u3099", "ＬＬ",   "　",  "：", "“",  "e\u0301",    "\u0301",
      "é",        "1",      ".5",  "'s", "’s", "C++",        "#",
      "ﬁ",        "²",      "$",   "^",  "한", "\U0001D4D0", std::string(70, 'y')};
  std::mt19937 random(5);
  size_t terms = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t n = random() % 12; n > 0; --n) text += kPieces[random() % kPieces.size()];
    const auto check = [&](const QueryTerm& term) {
      ASSERT_FALSE(term.sources.empty()) << text;
      uint32_t next = 0;
      for (const auto& [begin, end] : term.sources) {
        ASSERT_TRUE(next <= begin && begin < end && end <= text.size()) << text;
        ASSERT_EQ(folded(text.substr(begin, end - begin)), term.text) << text;
        next = begin + 1;  // pairs of ideographs overlap
        ++terms;
      }
    };
    for (const Clause& clause : parse_query(text, random() % 2 == 0).clauses) {
      for (const QueryTerm& term : clause.terms) check(term);
      for (const std::vector<QueryTerm>& sequence : clause.near) {
        for (const QueryTerm& word : sequence) check(word);
      }
    }
  }
  EXPECT_GT(terms, 50'000u);
}

}  // namespace
}  // namespace broadsheet
