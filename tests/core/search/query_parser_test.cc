// Queries and the trees they become, as a table.
#include <gtest/gtest.h>

#include "core/search/query.h"

namespace broadsheet {
namespace {

std::string dump_fields(FieldMask mask) {
  if (mask == kAllFields) return "";
  std::string names;
  for (size_t i = 0; i < kSearchFieldCount; ++i) {
    if (mask >> i & 1) names += (names.empty() ? "" : ",") + std::string(kSearchFieldNames[i]);
  }
  return names + ":";
}

// One clause: [-][field:]term&term, a trailing ~stem where it differs, * for a prefix, "…" around a phrase.
std::string dump(const Query& query) {
  std::string text;
  for (const Clause& clause : query.clauses) {
    if (!text.empty()) text += ' ';
    if (clause.negated) text += '-';
    if (clause.kind == Clause::Kind::kCategory) text += "category=" + clause.value;
    if (clause.kind == Clause::Kind::kId) text += "id=" + clause.value;
    if (clause.kind != Clause::Kind::kText) continue;
    text += dump_fields(clause.fields);
    for (size_t i = 0; i < clause.terms.size(); ++i) {
      const QueryTerm& term = clause.terms[i];
      text += (i > 0 ? "&" : "") + term.text;
      if (!term.stem.empty() && term.stem != term.text) text += "~" + term.stem;
      if (term.prefix) text += "*";
    }
    if (clause.phrase.empty()) continue;
    text += '"';
    for (size_t i = 0; i < clause.phrase.size(); ++i) text += (i > 0 ? " " : "") + clause.phrase[i];
    text += clause.open_phrase ? "*\"" : "\"";
  }
  for (const QueryIssue& issue : query.issues) {
    text +=
        " !" + std::string(issue.code) + "@" + std::to_string(issue.begin) + "-" + std::to_string(issue.end);
  }
  return text;
}

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
      {"LLaMA-7B", "llama&7b"},
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
      {"model-model", "model"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, false)), c.tree) << c.text;
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

TEST(QueryParser, TakesTheLastWordForAPrefixWhileTyping) {
  const struct {
    const char* text;
    const char* tree;
  } kCases[] = {
      {"spar", "spar*"},
      {"spar ", "spar"},
      {"low spar", "low spar*"},
      {"low-spar", "low&spar*"},
      {"spar-", "spar"},
      {"title:spar", "title:spar*"},
      {"-spar", "-spar"},
      {"\"low spar", "low&spar*\"low spar*\""},
      {"\"low spar\"", "low&spar\"low spar\""},
      {"\"low ", "low"},
      {"-\"low spar", "-low&spar\"low spar\""},
      {"模型", "模型"},
      {"LLM模型", "llm&模型"},
      {"a-b-a", "a*&b"},
      {"title:", " !empty_filter@0-6"},
  };
  for (const auto& c : kCases) EXPECT_EQ(dump(parse_query(c.text, true)), c.tree) << c.text;
}

}  // namespace
}  // namespace broadsheet
