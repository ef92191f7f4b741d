#include "core/text/control_repair.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string mended(std::string_view text) {
  std::string result(text);
  mend_controls(text, result);
  return result;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(ControlRepair, RestoresCommandsWhoseFirstLetterWasAnEscape) {
  const Case cases[] = {
      {"$\b"
       "eta$",
       "$\\beta$"},
      {"\b"
       "m{x}",
       "\\bm{x}"},
      {"$x_\t"
       "ext{low}$",
       "$x_\\text{low}$"},
      {"$2 \t"
       "imes n$",
       "$2 \\times n$"},
      {"$\f"
       "rac{1}{2}$",
       "$\\frac{1}{2}$"},
      {"$\r"
       "ho$",
       "$\\rho$"},
      {"$\v"
       "arepsilon_0$",
       "$\\varepsilon_0$"},
      {"$\a"
       "lpha$",
       "$\\alpha$"},
      {"$\n"
       "abla f$",
       "$\\nabla f$"},
      {"$x \n"
       "eq y$",
       "$x \\neq y$"},
      {"cost \\$5 and $a \n"
       "u b$",
       "cost \\$5 and $a \\nu b$"},
      {"two: $\b"
       "eta$ and $\t"
       "heta$",
       "two: $\\beta$ and $\\theta$"},
  };
  for (const Case& c : cases) EXPECT_EQ(mended(c.text), c.expected);
}

TEST(ControlRepair, LeavesProseAlone) {
  constexpr std::string_view kCases[] = {
      "plain",
      "in the\nmid range\nparallel phase\ne.g. this\ni.e. that\nu is",
      "a\tan apple\tto go",
      "\r\nho",
      "a formula $x$\nu outside",
      "$x$ and $y$\nneq",
      "\b"
      "etamax is no command",
      "form\f"
      "eed",
      "trailing \b",
      "",
      "\xE2\x80\x94 dash",
  };
  for (const std::string_view text : kCases) {
    std::string untouched = "untouched";
    EXPECT_FALSE(mend_controls(text, untouched)) << text;
    EXPECT_EQ(untouched, "untouched");
  }
}

TEST(ControlRepair, DropsMarksThatReorderText) {
  EXPECT_EQ(mended("a\u202Eb\u202Cc\u2066d\u2069e"), "abcde");
  EXPECT_EQ(mended("\u200Fkept\u200B"), "\u200Fkept\u200B");
}

TEST(ControlRepair, FindsWhatToMendWhereverItStands) {
  for (size_t before = 0; before < 20; ++before) {
    for (size_t after = 0; after < 20; ++after) {
      const std::string head = std::string(before, 'x') + " $";
      const std::string tail = "$ " + std::string(after, '\xE3');
      EXPECT_EQ(mended(head + "\beta" + tail), head + "\\beta" + tail);
      EXPECT_EQ(mended(head + "\u202E" + tail), head + tail);
    }
  }
}

TEST(ControlRepair, LeavesEveryOtherByteAlone) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string(5, static_cast<char>(byte)) + "eta and " + static_cast<char>(byte);
    EXPECT_EQ(mended(text) == text, byte != '\b') << byte;
  }
}

}  // namespace
}  // namespace broadsheet
