#include "core/text/one_edit.h"

#include <gtest/gtest.h>

#include <set>

namespace broadsheet {
namespace {

TEST(OneEdit, KnowsASlipOfTheFingerFromAnotherWord) {
  const struct {
    const char* a;
    const char* b;
    bool apart;
  } kCases[] = {
      {"model", "modle", true},    {"model", "mdoel", true},  {"model", "mode", true},
      {"model", "modeel", true},   {"model", "nodel", true},  {"model", "model", false},
      {"model", "mdole", false},   {"model", "molde", false}, {"model", "mod", false},
      {"model", "models1", false}, {"abc", "cba", false},     {"abc", "bca", false},
      {"ab", "b", true},           {"", "a", true},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(is_one_edit_apart(c.a, c.b), c.apart) << c.a << ' ' << c.b;
    EXPECT_EQ(is_one_edit_apart(c.b, c.a), c.apart) << c.b << ' ' << c.a;
  }
}

TEST(OneEdit, MakesExactlyTheWordsThatAreOneEditAway) {
  for (const char* word : {"abc", "aab", "kv2", "a.b", "zzzz"}) {
    std::set<std::string> made;
    for (size_t i = 0; i <= std::string_view(word).size(); ++i) {
      for_each_one_edit_at(word, i, [&](std::string_view edited) {
        EXPECT_TRUE(is_one_edit_apart(word, edited)) << word << ' ' << edited;
        made.emplace(edited);
      });
    }
    // Tries every word of up to five of these letters.
    const std::string letters = "abckvz2.";
    std::vector<std::string> words = {""};
    for (size_t i = 0; i < words.size(); ++i) {
      EXPECT_EQ(made.contains(words[i]), is_one_slip(word, words[i])) << word << ' ' << words[i];
      if (words[i].size() == 5) continue;
      for (const char letter : letters) words.push_back(words[i] + letter);
    }
  }
}

TEST(OneEdit, IsNotForShortWordsOrOtherScripts) {
  EXPECT_TRUE(can_have_typo("gpt"));
  EXPECT_FALSE(can_have_typo("kv"));
  EXPECT_FALSE(can_have_typo("模型压"));
}

}  // namespace
}  // namespace broadsheet
