#include "core/index/term_table.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace broadsheet {
namespace {

// Few letters, so that many terms repeat and many begin alike; around twelve bytes, and longer.
std::string random_term(std::mt19937& random) {
  std::string term(1 + random() % (random() % 4 == 0 ? 40 : 13), 'a');
  for (char& byte : term) byte = "ab7\xE4"[random() % 4];
  return term;
}

TEST(TermTable, NumbersTermsInTheOrderInWhichTheyCome) {
  std::mt19937 random(12);
  TermTable table;
  for (int round = 0; round < 5; ++round) {
    std::unordered_map<std::string, uint32_t> numbers;
    for (int i = 0; i < 20000; ++i) {
      const std::string term = random_term(random);
      const uint32_t expected = numbers.emplace(term, static_cast<uint32_t>(numbers.size())).first->second;
      ASSERT_EQ(table.intern(term), expected) << term;
    }
    EXPECT_EQ(table.size(), numbers.size());
    for (const auto& [term, number] : numbers) EXPECT_EQ(table.text(number), term);
    table.clear();
  }
}

TEST(TermTable, NumbersAPairAsTheTermThatItIs) {
  const std::vector<std::string> pairs = {"模型", "型模", "模模", "abcdef"};
  for (const bool pair_first : {false, true}) {
    TermTable table;
    for (uint32_t i = 0; i < pairs.size(); ++i) {
      EXPECT_EQ(pair_first ? table.intern_pair(pairs[i].data()) : table.intern(pairs[i]), i);
      EXPECT_EQ(pair_first ? table.intern(pairs[i]) : table.intern_pair(pairs[i].data()), i);
      EXPECT_EQ(table.text(i), pairs[i]);
    }
  }
}

TEST(TermTable, TakesInAllTermsOfAnotherAsOneByOne) {
  std::mt19937 random(13);
  TermTable table;
  TermTable by_one;
  TermTable of_paper;
  for (int paper = 0; paper < 200; ++paper) {
    of_paper.clear();
    for (size_t i = random() % 300; i > 0; --i) of_paper.intern(random_term(random));
    std::vector<uint32_t> numbers = {7};
    table.intern_all(of_paper, numbers);
    ASSERT_EQ(numbers.size(), of_paper.size() + 1);
    for (uint32_t i = 0; i < of_paper.size(); ++i) EXPECT_EQ(numbers[i + 1], by_one.intern(of_paper.text(i)));
  }
}

}  // namespace
}  // namespace broadsheet
