#include "core/text/stemmer.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Stemmer, BringsFormsOfAnEnglishWordTogether) {
  Stemmer stemmer;
  for (const char* word : {"compress", "compressed", "compressing", "compression"}) {
    EXPECT_EQ(stemmer.stem(word), "compress");
  }
}

TEST(Stemmer, LeavesAloneWhatIsNoEnglishWord) {
  Stemmer stemmer;
  for (const char* word : {"", "as", "7b", "1.25", "gpt4s", "模型", "café"})
    EXPECT_EQ(stemmer.stem(word), word);
}

}  // namespace
}  // namespace broadsheet
