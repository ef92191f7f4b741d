#include "core/export/plain_text.h"

#include <gtest/gtest.h>

#include "core/export/markdown_text.h"

namespace broadsheet {
namespace {

TEST(MarkdownText, PricesBeginNoFormulaAndFormulasHoldNoMarkup) {
  EXPECT_EQ(as_markdown(R"(\$x and \$y <b>)"), R"(\$x and \$y \<b\>)");
  EXPECT_EQ(as_markdown("$a<b$ and $1 <img src=x> ![](x) y_1 $"), "$a< b$ and $1 < img src=x> ! [](x) y_1 $");
  EXPECT_EQ(as_markdown("$a<1$ *"), "$a<1$ \\*");
}

TEST(PlainText, ReadsTexAsLetters) {
  const struct {
    const char* text;
    const char* plain;
  } kCases[] = {
      {"plain text", "plain text"},
      {"G\\\"odel, G\\\"{o}del and G{\\\"o}del", "Gödel, Gödel and Gödel"},
      {"Mart\\'{\\i}nez Mart\\'inez", "Martínez Martínez"},
      {"\\u{g} \\v{C} \\c{c} {\\o} \\ss{} \\L{}ukasz", "ğ Č ç ø ß Łukasz"},
      {"Nguy\\~{\\^e}n", "Nguyễn"},
      {"a \\emph{b \\textbf{c}} {\\em d}", "a b c d"},
      {"\\href{https://a.b}{c} \\url{https://d.e}", "c https://d.e"},
      {"50\\% of R\\&D in a\\_b at \\$5 \\{x\\}", "50% of R&D in a_b at $5 {x}"},
      {"{GPT}-4 and {{Double}}", "GPT-4 and Double"},
      {"the set {1, 2}", "the set {1, 2}"},
      {"$x^2$ and \\(y_1\\)", "$x^2$ and $y_1$"},
      {"\\[12\\] \\*a\\*", "[12] *a*"},
      {"The Angle \\beta", "The Angle β"},
      {"``so'' Fig.~1 ~10", "“so” Fig. 1 ~10"},
      {"\\foo{bar} and C:\\9", "\\foo{bar} and C:\\9"},
      {"\\\"quoted\\\" so", "\\\"quoted\\\" so"},
      {" a\n\n b\x01 c\u0085d ", "a b c d"},
      {"{ unpaired", "{ unpaired"},
      {"Stra\\ss e", "Straße"},
      {"{\\.I}stanbul and {\\\"O}zt{\\\"u}rk", "İstanbul and Öztürk"},
      {"{\\\"U}ber {\\=a} {\\~n}", "Über ā ñ"},
      {"so \\\"quoted\\\" too", "so \\\"quoted\\\" too"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(plain_text(c.text), c.plain) << c.text;
}

TEST(PlainText, KeepsLinesIfAsked) {
  EXPECT_EQ(plain_text("a\nb\n\n\n  c ", Lines::kKept), "a\nb\n\nc");
  EXPECT_EQ(plain_text("- a\r\n- b", Lines::kKept), "- a\n- b");
}

}  // namespace
}  // namespace broadsheet
