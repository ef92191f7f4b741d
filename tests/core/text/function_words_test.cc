#include "core/text/function_words.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(FunctionWords, AreThoseThatSayNothingAlone) {
  for (const char* word : {"a", "of", "towards", "without", "you"})
    EXPECT_TRUE(is_function_word(word)) << word;
  for (const char* word : {"", "o", "tea", "towardsa", "withoutwithout", "of the", "的"})
    EXPECT_FALSE(is_function_word(word)) << word;
}

}  // namespace
}  // namespace broadsheet
