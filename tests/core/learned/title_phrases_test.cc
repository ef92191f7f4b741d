#include "core/learned/title_phrases.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

std::vector<std::string> phrases_of(std::string_view title) {
  TitlePhrases phrases;
  phrases.count(title, true);
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < phrases.all().size(); ++i) texts.push_back(phrases.text(i));
  return texts;
}

TEST(TitlePhrasesTest, AreRunsOfTwoOrThreeWords) {
  const struct {
    const char* title;
    std::vector<std::string> phrases;
  } kCases[] = {
      {"World Models", {"world models"}},
      {"Vision-Language-Action Models",
       {"vision language", "vision language action", "language action", "language action models",
        "action models"}},
      {"Tea: a Study", {}},
      {"On the Way to Tea", {"way to tea"}},
      {"Models for Tea", {}},
      {"Chain of Thought", {"chain of thought"}},
      {"Tea 2 Go", {"tea 2 go"}},
      {"红茶 research 绿茶", {}},
      {"tea红茶cup", {}},
      {"", {}},
  };
  for (const auto& [title, phrases] : kCases) EXPECT_EQ(phrases_of(title), phrases) << title;
}

TEST(TitlePhrasesTest, CountAWorkOnceInEveryFormOfItsWords) {
  TitlePhrases phrases;
  phrases.count("World model, world models", false);
  phrases.count("World-modeling", true);
  ASSERT_EQ(phrases.all().size(), 1u);
  EXPECT_EQ(phrases.text(0), "world model");
  EXPECT_EQ(phrases.all()[0].before, 1u);
  EXPECT_EQ(phrases.all()[0].after, 1u);
  EXPECT_EQ(phrases.of_work(0).size(), 1u);
  EXPECT_EQ(phrases.of_work(1).size(), 1u);
}

}  // namespace
}  // namespace broadsheet
