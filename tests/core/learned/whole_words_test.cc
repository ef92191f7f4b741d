#include "core/learned/whole_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

const std::vector<std::string_view> kTexts = {"求解纳什均衡的方法", "达到纳什均衡。",
                                              "the 纳什均衡 of a game", "一般均衡理论", "均衡"};

TEST(IdeographWordsTest, GrowToWhatIsAlwaysWrittenTogether) {
  for (const char* pair : {"纳什", "什均"}) EXPECT_EQ(ideograph_word(pair, kTexts), "纳什均衡") << pair;
}

TEST(IdeographWordsTest, StayWhereNeighboursDiffer) {
  EXPECT_EQ(ideograph_word("均衡", kTexts), "均衡");
  EXPECT_EQ(ideograph_word("方法", kTexts), "方法");
}

TEST(IdeographWordsTest, AreThemselvesWithoutTexts) {
  EXPECT_EQ(ideograph_word("均衡", {}), "均衡");
  EXPECT_EQ(ideograph_word("不在", kTexts), "不在");
}

TEST(IdeographWordsTest, EndAfterEight) {
  const std::string text = "甲乙丙丁戊己庚辛壬癸";
  EXPECT_EQ(ideograph_word("甲乙", {text, text, text}), "甲乙丙丁戊己庚辛");
}

TEST(CompoundsTest, AreToldAsTheyAreWritten) {
  const std::vector<std::string_view> texts = {"A Long-Context tea", "Off-the-shelf cups of $E^2$-LLM",
                                               "Tea"};
  const struct {
    const char* term;
    const char* told;
  } kCases[] = {{"longcontext", "long-context"},
                {"offtheshelf", "off-the-shelf"},
                {"e2", "e-2"},
                {"tea", "tea"},
                {"context", "context"},
                {"missing", "missing"}};
  for (const auto& [term, told] : kCases) EXPECT_EQ(compound_as_written(term, texts), told) << term;
}

TEST(CompoundsTest, AreWordsWhereSomebodyWritesThemSo) {
  EXPECT_EQ(compound_as_written("dataset", {"a dataset", "a data-set"}), "dataset");
}

}  // namespace
}  // namespace broadsheet
