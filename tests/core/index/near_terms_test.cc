#include "core/index/near_terms.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

// Some of the words of up to six of these letters: many begin alike, and many are one slip apart.
std::set<std::string> invented_words(std::mt19937& random, size_t count) {
  constexpr std::string_view kLetters = "abcde1.";
  std::set<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (size_t length = 1 + random() % 6; length > 0; --length) word += kLetters[random() % kLetters.size()];
    words.insert(word);
  }
  return words;
}

TEST(NearTerms, FindsWhatComparingEveryWordFinds) {
  std::mt19937 random(1);
  for (const size_t count : {0u, 1u, 50u, 3000u}) {
    std::string bytes;
    std::vector<uint32_t> offsets = {0};
    const std::set<std::string> words = invented_words(random, count);
    for (const std::string& word : words) {
      bytes += word;
      offsets.push_back(static_cast<uint32_t>(bytes.size()));
    }
    const SortedTexts texts(offsets, bytes.data());
    for (const std::string& word : invented_words(random, 300)) {
      if (!can_have_typo(word)) continue;
      std::vector<uint32_t> expected;
      for (uint32_t id = 0; id < texts.size(); ++id) {
        if (is_one_slip(word, texts[id])) expected.push_back(id);
      }
      EXPECT_EQ(near_terms(texts, word), expected) << word;
    }
  }
}

}  // namespace
}  // namespace broadsheet
