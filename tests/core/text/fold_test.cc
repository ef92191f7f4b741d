#include "core/text/fold.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Fold, RemovesCaseWidthDiacriticsAndCompatibilityForms) {
  const struct {
    const char* text;
    const char* folded;
  } kCases[] = {
      {"Hello", "hello"},
      {"Güttel", "guttel"},
      {"Gu\u0308ttel", "guttel"},
      {"ＬＬＭ－７Ｂ", "llm-7b"},
      {"naïve café", "naive cafe"},
      {"ﬁne", "fine"},
      {"x²", "x2"},
      {"Straße", "strasse"},
      {"Łukasz Ørsted Æsir", "lukasz orsted aesir"},
      {"ΣΟΦΟΣ", "σοφοσ"},
      {"𝐀𝓑ℂ", "abc"},
      {"大模型", "大模型"},
      {"壓縮語言模型", "压缩语言模型"},
      {"臺灣後來發現", "台湾后来发现"},
      {"乾燥", "干燥"},
      {"機械学習", "机械学习"},
      {"ガｶﾀ", "ガカタ"},
      {"한국어", "한국어"},
      {"zero\u200Bwidth", "zerowidth"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(fold(c.text), c.folded) << c.text;
}

}  // namespace
}  // namespace broadsheet
