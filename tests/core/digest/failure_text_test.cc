#include "core/digest/failure_text.h"

#include <gtest/gtest.h>

#include <string>

namespace broadsheet {
namespace {

TEST(FailureText, KnowsWhatToolsWriteInsteadOfASummary) {
  for (const char* text : {"", " ", "Error", "error.", "N/A", "None", "null", "…", "...",
                           "Summary generation failed", "错误：AI分析失败。", "达到API配额限制，请明天再试",
                           "Error: API quota exceeded", "请联系管理员或等待明天API配额重置。"}) {
    EXPECT_TRUE(is_failure_text(text)) << text;
  }
}

TEST(FailureText, TakesNoSummaryForOne) {
  for (const char* text :
       {"Errors in quantum codes are corrected faster.", "None of the models generalise.", "误差分析",
        "错误校正码的新界。", "N/A-free imputation", "一种新方法。", "…但更快"}) {
    EXPECT_FALSE(is_failure_text(text)) << text;
  }
  EXPECT_FALSE(is_failure_text("Error: " + std::string(200, 'x')));
}

}  // namespace
}  // namespace broadsheet
