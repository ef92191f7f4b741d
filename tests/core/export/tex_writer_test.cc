#include "core/export/tex_writer.h"

#include <gtest/gtest.h>

#include "tests/core/support/exported.h"

namespace broadsheet {
namespace {

std::string tex(std::string_view text, TexStyle style = {}) {
  std::string out;
  append_tex(text, style, out);
  EXPECT_EQ(testing::tex_problem(out), "");
  EXPECT_EQ(testing::braced("{" + out + "}", 0).size(), out.size()) << out;
  return out;
}
std::string title(std::string_view text) { return tex(text, {.keeps_case = true}); }
std::string ascii(std::string_view text) { return tex(text, {.ascii = true}); }

TEST(TexWriter, EscapesOnceWhatIsNotTex) {
  const struct {
    const char* text;
    const char* tex;
  } kCases[] = {
      {"R&D at 50% of C# in a_b", "R\\&D at 50\\% of C\\# in a\\_b"},
      {"R\\&D at 50\\% of a\\_b", "R\\&D at 50\\% of a\\_b"},
      {"a^b", "a\\textasciicircum{}b"},
      {"~10 and Fig.~1", "\\textasciitilde{}10 and Fig.~1"},
      {"a <think> b|c", "a \\textless{}think\\textgreater{} b\\textbar{}c"},
      {"C:\\9 and \\", "C:\\textbackslash{}9 and \\textbackslash{}"},
      {"“quoted” … ‘so’", "“quoted” … ‘so’"},
      {"``quoted'' \"so\"", "``quoted'' \"so\""},
      {" a \n\n  b\tc\x01 ", "a b c"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(tex(c.text), c.tex) << c.text;
}

TEST(TexWriter, KeepsTheTexOfTheDigest) {
  for (const char* text :
       {"$x^2_{i}$ and \\(a_1\\)", "\\textit{Ci} poetry", "{\\em so}", "G\\\"odel", "Erd\\H{o}s", "{GPT}-4",
        "Mart\\'{\\i}nez", "\\c{c}a", "{\\o}re", "Stra{\\ss}e", "{\\.I}stanbul", "{\\\"O}zt{\\\"u}rk",
        "\\emph{a {\\bf b}}", "\\href{https://a.b}{c}"})
    EXPECT_EQ(tex(text), text);
}

TEST(TexWriter, TellsFormulasFromMoney) {
  EXPECT_EQ(tex("from $5 to $10 a month"), "from \\$5 to \\$10 a month");
  EXPECT_EQ(tex("US$5M and $x$"), "US\\$5M and $x$");
  EXPECT_EQ(tex("$n$-gram at $2\\times$"), "$n$-gram at $2\\times$");
  EXPECT_EQ(tex("costs $5."), "costs \\$5.");
  EXPECT_EQ(tex("100% of $50\\%$ is $50%$"), "100\\% of $50\\%$ is $50\\%$");
}

TEST(TexWriter, PairsBracesAsBibtexCountsThem) {
  EXPECT_EQ(tex("a { b"), "a \\textbraceleft{} b");
  EXPECT_EQ(tex("a } b"), "a \\textbraceright{} b");
  EXPECT_EQ(tex("a \\{ b"), "a \\textbraceleft{} b");
  EXPECT_EQ(tex("{1, 2}"), "\\{1, 2\\}");
  EXPECT_EQ(tex("\\{1, 2\\}"), "\\{1, 2\\}");
  EXPECT_EQ(tex("{ \\} }"), "\\{ \\textbraceright{} \\}");
  EXPECT_EQ(tex("$\\{x\\}$"), "$\\{x\\}$");
  EXPECT_EQ(tex("$\\left\\{x\\right.$"), "$\\left\\lbrace x\\right.$");
  EXPECT_EQ(tex("{a $x} b$"), "\\{a \\$x\\} b\\$");
}

TEST(TexWriter, GivesALinkWithoutATextItsCommand) {
  EXPECT_EQ(tex("at \\href{https://a.b}."), "at \\url{https://a.b}.");
}

TEST(TexWriter, WritesOldFontsInFormulasAsCommandsWithArguments) {
  EXPECT_EQ(tex("($\\it{e.g.}$)"), "($\\mathit{e.g.}$)");
  EXPECT_EQ(tex("${\\bf x}_{\\cal Y}$"), "$\\mathbf{x}_{\\cal Y}$");
}

TEST(TexWriter, PutsSymbolsIntoFormulas) {
  EXPECT_EQ(tex("The Angle \\beta"), "The Angle $\\beta$");
  EXPECT_EQ(tex("\\foo_bar"), "\\foo\\_bar");
}

TEST(TexWriter, TurnsMarkdownsEscapesIntoSigns) { EXPECT_EQ(tex("\\[12\\] \\*a\\*"), "[12] *a*"); }

TEST(TexWriter, NeverWritesCommandsThatReachFiles) {
  EXPECT_EQ(tex("\\input{/etc/passwd}"), "\\textbackslash{}input{/etc/passwd}");
  EXPECT_EQ(tex("\\write18{rm}"), "\\textbackslash{}write18{rm}");
  EXPECT_EQ(tex("$\\input{x}$"), "$input{x}$");
  EXPECT_EQ(tex("$x^^5cinput$"), "$x^{}^5cinput$");
  EXPECT_EQ(tex("\\begin{filecontents}"), "\\textbackslash{}begin{filecontents}");
}

TEST(TexWriter, ProtectsTheCaseOfTitles) {
  const struct {
    const char* text;
    const char* tex;
  } kCases[] = {
      {"A Tea for LLMs", "A Tea for {LLMs}"},
      {"DeepSeek-R1: Tea", "{DeepSeek}-{R1}: Tea"},
      {"GPT-4.5 and 3D tea", "{GPT}-4.5 and {3D} tea"},
      {"Vitamin C, X-rays and A*", "Vitamin {C}, {X}-rays and {A}*"},
      {"AT$^2$PO: Tea", "{AT$^2$PO}: Tea"},
      {"On $O(N)$", "On {$O(N)$}"},
      {"$x$", "{$x$}"},
      {"\\textsc{LogicScore}: Tea", "\\textsc{LogicScore}: Tea"},
      {"The \\LaTeX way", "The {{\\LaTeX}} way"},
      {"{GPT}-4 tea", "{GPT}-4 tea"},
      {"{{Double Braces}}", "{{Double Braces}}"},
      {"R&D in the U.S. today", "{R}\\&{D} in the {U.S}. today"},
      {"O'Brien's tea", "{O'Brien's} tea"},
      {"Étude for ÉCOLE", "Étude for {ÉCOLE}"},
      {"G\\\"odel and \\\"OPNV", "G\\\"odel and {{\\\"OPNV}}"},
      {"基于LLM的茶", "{基于LLM的茶}"},
      {"snake_CASE", "{snake\\_CASE}"},
  };
  for (const auto& c : kCases) EXPECT_EQ(title(c.text), c.tex) << c.text;
}

TEST(TexWriter, WritesLettersInAsciiIfAsked) {
  const struct {
    const char* text;
    const char* tex;
  } kCases[] = {
      {"Gödel", "G{\\\"o}del"},
      {"Martínez", "Mart{\\'{\\i}}nez"},
      {"Øre æble Straße", "{\\O}re {\\ae}ble Stra{\\ss}e"},
      {"Işık Doğan", "I{\\c{s}}{\\i}k Do{\\u{g}}an"},
      {"Čech Łukasz", "{\\v{C}}ech {\\L}ukasz"},
      {"Nguyễn", "Nguy{\\~{\\^e}}n"},
      {"Erdős", "Erd{\\H{o}}s"},
      {"“a” – ‘b’…", "``a'' -- `b'{\\ldots}"},
      {"α-tea ≤ 5 × ∞", "$\\alpha$-tea $\\leq$ 5 $\\times$ $\\infty$"},
      {"$α ≤ 1$", "$\\alpha{} \\leq{} 1$"},
      {"zero\u200Bwidth, ﬁne", "zerowidth, fine"},
      {"\\foo—bar", "\\foo{}---bar"},
  };
  for (const auto& c : kCases) EXPECT_EQ(ascii(c.text), c.tex) << c.text;
}

TEST(TexWriter, NamesWhatHasNoFormInAscii) {
  std::vector<uint32_t> no_form;
  std::string out;
  append_tex("茶 é ơ", {.ascii = true, .no_form = &no_form}, out);
  EXPECT_EQ(out, "茶 {\\'e} ơ");
  EXPECT_EQ(no_form, (std::vector<uint32_t>{0x8336, 0x1A1}));
}

}  // namespace
}  // namespace broadsheet
