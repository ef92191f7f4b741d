#include "core/index/terms.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// As terms.h describes it, token by token.
std::vector<std::string> terms_by_token(std::string_view text) {
  std::vector<std::string> terms;
  std::string last;
  const auto end_run = [&] {
    if (!last.empty()) terms.push_back(last);
    last.clear();
  };
  tokenize(text, [&](const Token& token) {
    if (!token.ideograph || !token.glued) end_run();
    if (!token.ideograph) {
      terms.emplace_back(token.folded);
      return;
    }
    if (!last.empty()) terms.push_back(last + std::string(token.folded));
    last = token.folded;
  });
  end_run();
  return terms;
}

TEST(Terms, ArePairsOfPlainAndFoldedIdeographsAlikeWhateverVisitsThem) {
  std::mt19937 random(9);
  // Plain, traditional, width and compatibility forms, kana, Hangul, four-byte ideographs, and what comes
  // between.
  const std::u32string alphabet = U"大模型学學習语語豈データｶ가\x20000\x2F804，。a 7\u0301é";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 12; i > 0; --i) append_utf8(alphabet[random() % alphabet.size()], text);
    const std::vector<std::string> expected = terms_by_token(text);
    std::vector<std::string> terms;
    const auto on_term = [&](std::string_view term) { terms.emplace_back(term); };
    const auto on_word = [&](const Token& token) { on_term(token.folded); };
    const auto on_plain_pair = [&](const char* pair) { on_term(std::string_view(pair, 6)); };
    for_each_term(text, on_term);
    EXPECT_EQ(std::exchange(terms, {}), expected) << text;
    for_each_word_and_pair(text, on_word, on_term, on_plain_pair);
    EXPECT_EQ(std::exchange(terms, {}), expected) << text;
    call_for_each_word_and_pair(text, on_word, on_term, on_plain_pair);
    EXPECT_EQ(terms, expected) << text;
  }
}

}  // namespace
}  // namespace broadsheet
