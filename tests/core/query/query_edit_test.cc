// Changing a word of a parsed query gives what parsing the changed text gives.
#include "core/query/query_edit.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/query_dump.h"

namespace broadsheet {
namespace {

using testing::dump;

// The first term with this text that is no alternative.
const QueryTerm* find_word(const Query& query, std::string_view word) {
  for (const Clause& clause : query.clauses) {
    for (const QueryTerm& term : clause.terms) {
      if (!clause.alternative && term.text == word) return &term;
    }
  }
  return nullptr;
}

std::string with_text_replaced(std::string text, const QueryTerm& term, std::string_view spelling) {
  for (auto source = term.sources.rbegin(); source != term.sources.rend(); ++source)
    text.replace(source->begin, source->end - source->begin, spelling);
  return text;
}

Query respelt(Query query, const QueryTerm& term, std::string_view spelling) {
  replace_term(query, term.sources.front(), spelling);
  return query;
}

TEST(QueryEdit, ReplacesAWordAsIfTheOtherHadBeenTyped) {
  for (const std::string text : {"atention",
                                 "sparse atention",
                                 "atention atention",
                                 "title:atention",
                                 "\"sparse atention\"",
                                 "-x atention",
                                 "\"atention of atention\"",
                                 "sparse-atention",
                                 "atention-sparse-atention",
                                 "sparse-atention*",
                                 "atention*",
                                 "atention~",
                                 "sparse-atention~",
                                 "\"sparse atention*\"",
                                 "(a OR (b atention))",
                                 "title:(a atention)",
                                 "attention-atention",
                                 "atention-attention*",
                                 "attention-atention*",
                                 "\"attention atention\"",
                                 "atention NEAR/3 sparse",
                                 "\"sparse atention\" NEAR atention",
                                 "atention~ NEAR x",
                                 "注意atention",
                                 "cat:cs.LG atention"}) {
    const Query query = parse_query(text, false);
    const QueryTerm* const typed = find_word(query, "atention");
    ASSERT_NE(typed, nullptr) << text;
    EXPECT_EQ(dump(respelt(query, *typed, "attention")),
              dump(parse_query(with_text_replaced(text, *typed, "attention"), false)))
        << text;
  }
}

TEST(QueryEdit, ReplacesAWordOfAnyQueryAsIfTheOtherHadBeenTyped) {
  const std::vector<std::string> kPieces = {"wrd", "wrd",    "word", "other", "-",     "-",   " ",
                                            " ",   "\"",     "\"",   "(",     ")",     "*",   "~",
                                            ":",   "title:", "abs:", " OR ",  " AND ", "NOT "};
  std::mt19937 random(11);
  size_t replaced = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t n = random() % 14; n > 0; --n) text += kPieces[random() % kPieces.size()];
    const Query query = parse_query(text, false);
    const QueryTerm* const typed = find_word(query, "wrd");
    if (typed == nullptr) continue;
    ++replaced;
    Query expected = parse_query(with_text_replaced(text, *typed, "word"), false);
    Query changed = respelt(query, *typed, "word");
    expected.issues.clear();  // their places differ
    changed.issues.clear();
    ASSERT_EQ(dump(changed), dump(expected)) << text;
  }
  EXPECT_GT(replaced, 5'000u);
}

TEST(QueryEdit, DropsAWordAndWhatNeedsIt) {
  const struct {
    std::string text, tree;
  } kCases[] = {
      {"atention", ""},
      {"sparse atention", "sparse~spars"},
      {"sparse OR atention", "sparse~spars"},
      {"(sparse OR atention) x", "sparse~spars x"},
      {"-(-(atention)) x", "x"},
      {"\"sparse atention\"", "sparse"},
      {"\"a sparse atention\"", "a&sparse\"a sparse\""},
      {"\"a sparse atention*\"", "a&sparse\"a sparse\""},
      {"\"a atention sparse*\"", "a&sparse*\"a sparse*\""},
      {"low-atention", "low"},
      {"atention NEAR/3 \"a b\"", "a&b"},
      {"x:atention", "x"},
      {"cat:x atention", "category=x"},
  };
  for (const auto& c : kCases) {
    const Query query = parse_query(c.text, false);
    const QueryTerm* const typed = find_word(query, "atention");
    ASSERT_NE(typed, nullptr) << c.text;
    Query left = query;
    remove_term(left, typed->sources.front());
    EXPECT_EQ(dump(left), c.tree) << c.text;
  }
}

}  // namespace
}  // namespace broadsheet
