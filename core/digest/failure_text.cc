#include "core/digest/failure_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 10> kWhole = {
    "error",      "n/a",     "none", "null", "...", "…", "summary generation failed", "错误：ai分析失败",
    "ai分析失败", "分析失败"};
constexpr std::string_view kBegin = "error:";
constexpr std::array<std::string_view, 3> kHolds = {"api配额", "quota exceeded",
                                                    "exceeded your current quota"};
constexpr size_t kLongestMessage = 160;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return result;
}

std::string_view without_full_stop(std::string_view text) {
  for (const std::string_view stop : {std::string_view("。"), std::string_view(".")}) {
    if (text.size() > stop.size() && text.ends_with(stop) && !text.ends_with("..."))
      text.remove_suffix(stop.size());
  }
  return text;
}

}  // namespace

bool is_failure_text(std::string_view text) {
  text = trim(text);
  if (text.size() > kLongestMessage) return false;
  const std::string folded = lower(text);
  const std::string_view message = without_full_stop(folded);
  const auto is_message = [&](std::string_view known) { return message == known; };

  const auto holds = [&](std::string_view known) { return message.find(known) != std::string_view::npos; };
  return message.empty() || std::any_of(kWhole.begin(), kWhole.end(), is_message) ||
         message.starts_with(kBegin) || std::any_of(kHolds.begin(), kHolds.end(), holds);
}

}  // namespace broadsheet
