// PhraseFinder finds a phrase wherever a plain comparison of tokens does.
#include "core/match/phrase.h"

#include <gtest/gtest.h>

#include <random>

namespace broadsheet {
namespace {

bool stands_at(const Clause& clause, const std::vector<std::string>& tokens, size_t begin) {
  for (size_t i = 0; i < clause.phrase.size(); ++i) {
    const std::string& token = tokens[begin + i];
    const bool open = clause.open_phrase && i + 1 == clause.phrase.size();
    if (open ? !token.starts_with(clause.phrase[i]) : token != clause.phrase[i]) return false;
  }
  return true;
}

TEST(Phrase, IsFoundAtEachPlaceThatPlainComparingFinds) {
  std::mt19937 random(3);
  const auto words = [&](size_t count) {
    std::vector<std::string> list;
    // Few words, one a prefix of the other: phrases repeat themselves and overlap.
    for (size_t i = 0; i < count; ++i) list.emplace_back(random() % 4 == 0 ? "ab" : "a");
    return list;
  };
  size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    Clause clause;
    clause.phrase = words(2 + random() % 6);
    clause.open_phrase = random() % 2 == 0;
    const std::vector<std::string> tokens = words(random() % 40);
    PhraseFinder finder(clause);
    for (size_t i = 0; i < tokens.size(); ++i) {
      const size_t size = clause.phrase.size();
      const bool expected = i + 1 >= size && stands_at(clause, tokens, i + 1 - size);
      ASSERT_EQ(finder.ends_with(tokens[i]), expected) << round << " " << i;
      found += expected ? 1 : 0;
    }
  }
  EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace broadsheet
