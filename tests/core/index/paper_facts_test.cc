#include "core/index/paper_facts.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(PaperFacts, TellsTheLanguageOfMixedText) {
  const struct {
    const char* text;
    Language language;
  } kCases[] = {
      {"We compress the cache.", Language::kEnglish},
      {"用低秩方法压缩大模型的键值缓存。", Language::kChinese},
      {"本文提出 FlashAttention 的改进，在 LLaMA-7B 上更快。", Language::kChinese},
      {"We translate 你好 into English.", Language::kEnglish},
      {"大規模言語モデルを圧縮する手法。", Language::kJapanese},
      {"の字体", Language::kJapanese},
      {"대규모 언어 모델을 압축한다.", Language::kKorean},
      {"Ein Überblick über Müller", Language::kEnglish},
      {"", Language::kEnglish},
      {"1234 ...", Language::kEnglish},
  };
  for (const auto& c : kCases) EXPECT_EQ(language_of(c.text), c.language) << c.text;
}

TEST(PaperFacts, FindsCodeMathAndTheDate) {
  Paper paper;
  paper.title = "Counting $k$-cliques";
  paper.text(TextField::kTldr) = "N/A";
  paper.text(TextField::kAbstract) = "代码：https://github.com/a/b。";
  Digest digest;
  digest.date = "2026-01-14";
  const PaperFacts facts = facts_of(paper, date_of(digest, paper));
  EXPECT_TRUE(facts.has_code);
  EXPECT_TRUE(facts.has_math);
  EXPECT_FALSE(facts.has_summary);
  EXPECT_EQ(facts.language, Language::kEnglish);  // the host's name is longer than the sentence
  EXPECT_EQ(facts.date, "2026-01-14");

  paper.title = "It costs $5";
  paper.text(TextField::kTldr) = "一句话。";
  paper.text(TextField::kAbstract) = "Failure texts do not count";
  paper.date = "2026-01-02";
  const PaperFacts others = facts_of(paper, date_of(digest, paper));
  EXPECT_FALSE(others.has_code);
  EXPECT_FALSE(others.has_math);
  EXPECT_TRUE(others.has_summary);
  EXPECT_EQ(others.language, Language::kChinese);
  EXPECT_EQ(others.date, "2026-01-02");
}

}  // namespace
}  // namespace broadsheet
