// Queries and the trees they become, as a table.
#include <gtest/gtest.h>

#include "core/query/query.h"
#include "core/query/query_words.h"
#include "core/text/utf8.h"
#include "tests/core/support/query_dump.h"

namespace broadsheet {
namespace {

using testing::dump;

TEST(QueryParser, UnderstandsWholeQueries) {
  const struct {
    const char* text;
    const char* tree;
  } kCases[] = {
      {"", ""},
      {"  \t ", ""},
      {"... !?", ""},
      {"Sparse ATTENTION", "sparse~spars attention~attent"},
      {"compressed", "compressed~compress"},
      {"LLaMA-7B", "(llama&7b | llama7b)"},
      {"Güttel", "guttel"},
      {"\"low rank\"", "low&rank\"low rank\""},
      {"\"models\"", "models"},
      {"“low-rank”", "low&rank\"low rank\""},
      {"-survey", "-survey"},
      {"-\"low rank\"", "-low&rank\"low rank\""},
      {"a - b", "a b"},
      {"title:lora", "title:lora"},
      {"TI:lora", "title:lora"},
      {"author:\"Wei Zhang\"", "authors:wei&zhang\"wei zhang\""},
      {"-au:zhang", "-authors:zhang"},
      {"标题 title：模型", "标题 title:模型"},
      {"cat:cs.LG", "category=cs.lg"},
      {"-category:cs.*", "-category=cs.*"},
      {"id:2601.07839v2", "id=2601.07839"},
      {"2601.07839", "id=2601.07839"},
      {"arXiv:2601.07839v1", "id=2601.07839"},
      {"https://arxiv.org/abs/hep-th/9711200", "id=hep-th/9711200"},
      {"\"2601.07839\"", "2601.07839"},
      {"arXiv 2601.07839 tea", "id=2601.07839 tea"},
      {"arxiv tea", "arxiv tea"},
      {"id:arXiv:2601.07839", "id=2601.07839"},
      {"arxiv.org/abs/2601.07839v2", "id=2601.07839"},
      {"https://huggingface.co/papers/2601.07839", "id=2601.07839"},
      {"https://www.alphaxiv.org/abs/2601.07839", "id=2601.07839"},
      {"ar5iv.labs.arxiv.org/html/2601.07839", "id=2601.07839"},
      {"https://doi.org/10.48550/arXiv.2601.07839", "id=2601.07839"},
      {"10.48550/arXiv.2601.07839", "id=2601.07839"},
      {"doi:10.1000/Tea_1", "id=10.1000/tea_1"},
      {"https://openreview.net/forum?id=TeaCup", "id=teacup"},
      {"Groß et al. tea", "gross tea"},
      {"Groß et al", "gross"},
      {"et al", "et al"},
      {"author:\"Groß, Jonas\"", "(authors:gross&jonas\"gross jonas\" | authors:gross&jonas\"jonas gross\")"},
      {"\"a, b, c\"", "a&b&c\"a b c\""},
      {"J. Groß", "((j gross) | authors:j*&gross{j* 2 gross})"},
      {"J. OR Groß", "j | gross"},
      {"J. -Groß", "j -gross"},
      {"大模型", "大模&模型"},
      {"段", "段*"},
      {"大模型LLM", "大模&模型&llm"},
      {"大模型　压缩", "大模&模型 压缩"},
      {"http://example.com", "http&example~exampl&com"},
      {"foo:bar", "foo&bar"},
      {"\"open", "open !unclosed_quote@0-5"},
      {"title: x", "x !empty_filter@0-6"},
      {"-", ""},
      {"model model", "model model"},
      {"model-model", "(model | modelmodel)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, false)), c.tree) << c.text;
}

TEST(QueryParser, UnderstandsOperatorsAndFilters) {
  const QueryVocabulary vocabulary{{"aicomments", "关键词"}, {"is:read", "tag:to read"}};
  const struct {
    const char* text;
    const char* tree;
  } kCases[] = {
      {"a OR b", "a | b"},
      {"a b OR c d", "(a b) | (c d)"},
      {"a (b OR c)", "a (b | c)"},
      {"a（b OR c）", "a&b | c"},
      {"a （b OR c）", "a (b | c)"},
      {"a AND b", "a b"},
      {"a NOT b", "a -b"},
      {"NOT NOT b", "b"},
      {"-(a b)", "-(a b)"},
      {"-(a -b) c", "-(a -b) c"},
      {"-title:(a OR b)", "-(title:a | title:b)"},
      {"title:(kv cache)", "(title:kv title:cache~cach)"},
      {"title:(kv author:wei) x", "(title:kv authors:wei) x"},
      {"cat:(cs.LG OR cs.CL)", "(category=cs.lg | category=cs.cl)"},
      {"()", ""},
      {"(a", "a !unclosed_group@0-2"},
      {"a)", "a"},
      {"a )", "a !unopened_group@2-3"},
      {"O(n log n) sort", "o&n log n sort"},
      {"(O(n) sort)", "(o&n sort)"},
      {"f(g(x))", "f&g&x"},
      {"OR a", "or a !misplaced_operator@0-2"},
      {"a OR", "a or !misplaced_operator@2-4"},
      {"a OR OR b", "a | (or b) !misplaced_operator@5-7"},
      {"a AND", "a and !misplaced_operator@2-5"},
      {"NOT", "not !misplaced_operator@0-3"},
      {"or and not near", "or and not near"},
      {"\"OR\"", "or"},
      {"kv NEAR/5 cache", "kv&cache~cach{kv 5 cache~cach}"},
      {"kv NEAR cache", "kv&cache~cach{kv 10 cache~cach}"},
      {"a NEAR/2 b NEAR/3 c", "a&b&c{a 2 b 3 c}"},
      {"title:a NEAR/2 \"b c\"", "title:a&b&c{a 2 b+c}"},
      {"title:(a NEAR/2 b)", "title:a&b{a 2 b}"},
      {"大模型 NEAR/2 压缩", "大模&模型&压缩{大+模+型 2 压+缩}"},
      {"a NEAR/2", "a (near&2 | near2) !misplaced_operator@2-8"},
      {"a NEAR/x b", "a (near&x | nearx) b !misplaced_operator@2-8"},
      {"a NEAR/2 -b", "a (near&2 | near2) -b !misplaced_operator@2-8"},
      {"a NEAR/2 cat:x", "a (near&2 | near2) category=x !misplaced_operator@2-8"},
      {"title:a NEAR/2 abs:b", "title:a (near&2 | near2) abstract:b !misplaced_operator@8-14"},
      {"comp*", "comp*"},
      {"A* search", "a search"},
      {"\"low ran*\"", "low&ran*\"low ran*\""},
      {"compresion~", "compresion~compres?"},
      {"3d~", "3d"},
      {"模型~", "模型"},
      {"ai_comments:x", "aicomments:x"},
      {"AI-Comments:x", "aicomments:x"},
      {"关键词：压缩", "关键词:压缩"},
      {"关键字:x", "关键&键字&x"},
      {"作者:wei", "authors:wei"},
      {"date:2026", "date=[2026,2026:)"},
      {"date:2026-01", "date=[2026-01,2026-01:)"},
      {"date:2026/1/5", "date=[2026-01-05,2026-01-05:)"},
      {"date:2026-01-05..2026-01-20", "date=[2026-01-05,2026-01-20:)"},
      {"date:..2026-01", "date=[,2026-01:)"},
      {"date:2026-01..", "date=[2026-01,)"},
      {"date:>2026-01", "date=[2026-01:,)"},
      {"date:<=2026-01", "date=[,2026-01:)"},
      {"after:2026-01-05 before:2026-02", "date=[2026-01-05,) date=[,2026-02)"},
      {"date:yesterday x", "date&yesterday x !bad_date@0-14"},
      {"date:2026-13", "date&2026&13 !bad_date@0-12"},
      {"has:code -has:math has:summary", "has=0 -has=1 has=2"},
      {"has:fun", "has&fun !unknown_value@0-7"},
      {"lang:zh lang:English", "lang=1 lang=0"},
      {"is:read -tag:\"To Read\"", "set=is:read -set=tag:to read"},
      {"is:starred", "is&starred~star !unknown_value@0-10"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, false, vocabulary)), c.tree) << c.text;
}

TEST(QueryParser, WaitsForTheRestOfAnOperatorWhileTyping) {
  const QueryVocabulary vocabulary{{}, {"is:read"}};
  const struct {
    const char* text;
    const char* tree;
  } kCases[] = {
      {"a OR", "a"},
      {"a OR ", "a"},
      {"a AND ", "a"},
      {"(a OR b", "(a | b*)"},
      {"O", "o*"},
      {"OR", "or*"},
      {"date:", " !empty_filter@0-5"},
      {"x date:20", "x"},
      {"x date:2026-", "x date=[2026,2026:)"},
      {"x has:co", "x"},
      {"x is:rea", "x"},
      {"x date:yesterday", "x date&yesterday* !bad_date@2-16"},
      {"x date:>=2026-", "x date=[2026,)"},
      {"x has:fu", "x has&fu* !unknown_value@2-8"},
      {"x lang:z", "x"},
      {"x is:star", "x is&star* !unknown_value@2-9"},
      {"x is:rea ", "x is&rea !unknown_value@2-8"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, true, vocabulary)), c.tree) << c.text;
}

TEST(QueryParser, ReadsAnyDepthOfParentheses) {
  for (const size_t depth : {23u, 24u, 25u, 100000u}) {
    const std::string text = std::string(depth, '(') + "word" + std::string(depth, ')');
    const Query query = parse_query(text, false);
    ASSERT_EQ(query.clauses.size(), 1u) << depth;
    EXPECT_EQ(query.clauses[0].terms[0].text, "word");
    EXPECT_TRUE(query.issues.empty());
  }
}

TEST(QueryParser, SearchesNoMoreThanItsLimitOfWordsAndSaysSo) {
  for (const char* separator : {" ", "-"}) {
    std::string text;
    for (size_t i = 0; i < 3 * kMaxQueryTerms; ++i) text += separator + ("w" + std::to_string(i));
    const Query query = parse_query(text.substr(1), true);
    size_t terms = 0;
    for (const Clause& clause : query.clauses) terms += clause.terms.size();
    EXPECT_EQ(terms, kMaxQueryTerms);
    ASSERT_EQ(query.issues.size(), 1u);
    EXPECT_EQ(query.issues[0].code, "too_many_words");
  }
}

TEST(QueryParser, KeepsNoMoreOfALongWordThanItsLimitOfTerms) {
  std::string ideographs;
  for (uint32_t i = 0; i < 30'000; ++i) append_utf8(0x4E00 + i * 7919 % 20'000, ideographs);
  const Query query = parse_query(ideographs, true);
  ASSERT_EQ(query.clauses.size(), 1u);
  EXPECT_EQ(query.clauses[0].terms.size(), kMaxQueryTerms);
  ASSERT_EQ(query.issues.size(), 1u);
  EXPECT_EQ(query.issues[0].code, "too_many_words");
  // Filling stops at one term too many, not at thirty thousand.
  Clause clause;
  QueryWords().fill(ideographs, 0, {}, clause);
  EXPECT_EQ(clause.terms.size(), kMaxQueryTerms + 1);
}

TEST(QueryParser, JoinsNoMoreWordsByNearThanItsLimitThoughTheyAreTheSame) {
  for (const char* near : {" NEAR a", " NEAR/3 \"a a\""}) {
    std::string text = "a";
    for (size_t i = 0; i < 3 * kMaxQueryTerms; ++i) text += near;
    const Query query = parse_query(text, false);
    EXPECT_TRUE(query.clauses.empty());
    ASSERT_EQ(query.issues.size(), 1u);
    EXPECT_EQ(query.issues[0].code, "too_many_words");
    // Reading stopped at the first word too many.
    EXPECT_LT(query.issues[0].end, text.size() / 2);
  }
  std::string text = "a";
  for (size_t i = 1; i < kMaxQueryTerms; ++i) text += " NEAR a";
  const Query most = parse_query(text, false);
  ASSERT_EQ(most.clauses.size(), 1u);
  EXPECT_EQ(most.clauses[0].near.size(), kMaxQueryTerms);
  EXPECT_TRUE(most.issues.empty());
}

TEST(QueryParser, NamesNoMoreIssuesThanItsLimitButAlwaysThatWordsAreLeftOut) {
  EXPECT_EQ(parse_query(std::string(1000, ')'), false).issues.size(), kMaxQueryIssues);
  std::string text(1000, ')');
  for (size_t i = 0; i <= kMaxQueryTerms; ++i) text += " w";
  const Query query = parse_query(text, false);
  ASSERT_EQ(query.issues.size(), kMaxQueryIssues);
  EXPECT_EQ(query.issues.back().code, "too_many_words");
}

TEST(QueryParser, TakesTheLastWordForAPrefixWhileTyping) {
  const struct {
    const char* text;
    const char* tree;
  } kCases[] = {
      {"spar", "spar*"},
      {"spar ", "spar"},
      {"low spar", "low spar*"},
      {"low-spar", "(low&spar* | lowspar*)"},
      {"spar-", "spar"},
      {"title:spar", "title:spar*"},
      {"-spar", "-spar"},
      {"\"low spar", "low&spar*\"low spar*\""},
      {"\"low spar\"", "low&spar\"low spar\""},
      {"\"low ", "low"},
      {"-\"low spar", "-low&spar\"low spar\""},
      {"模型", "模型"},
      {"LLM模型", "llm&模型"},
      {"a-b-a", "(a*&b | aba*)"},
      {"title:", " !empty_filter@0-6"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, true)), c.tree) << c.text;
}

}  // namespace
}  // namespace broadsheet
