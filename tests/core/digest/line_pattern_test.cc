#include "core/digest/line_pattern.h"

#include <gtest/gtest.h>

#include "core/digest/dialect.h"

namespace broadsheet {
namespace {

// What `pattern` captures in `line`, as name=value; "no" if it does not match.
std::string captures_of(std::string_view pattern, std::string_view line) {
  const LinePattern compiled(pattern);
  LineMatch match;
  if (!compiled.match(line, match)) return "no";
  std::string result;
  for (const Captured& captured : match)
    result += std::string(captured.name->name) + "=" + std::string(captured.value) + ";";
  return result;
}

struct Case {
  std::string_view pattern;
  std::string_view line;
  std::string_view expected;
};

TEST(LinePattern, CapturesWhatStandsBetweenItsSigns) {
  constexpr std::string_view kHeading = "### [{number}] [{title}]({url})";
  const Case cases[] = {
      {kHeading, "### [7] [A title](http://x)", "number=7;title=A title;url=http://x;"},
      {kHeading, "### [7] [A [b](c) d](http://x)", "number=7;title=A [b](c) d;url=http://x;"},
      {kHeading, "### [7] [A](http://x/(y))", "number=7;title=A;url=http://x/(y);"},
      {kHeading, "### [seven] [A](http://x)", "no"},
      {kHeading, "### [7] [A](http://x) b", "no"},
      {kHeading, "### [7] [](", "no"},
      {"TL;DR: {tldr...}", "TL;DR: short", "tldr=short;"},
      {"TL;DR: {tldr...}", "TL;DR:short", "tldr=short;"},
      {"TL;DR: {tldr...}", "TL;DR:", "tldr=;"},
      {"TL;DR: {tldr...}", "TL;DR:  two blanks", "tldr= two blanks;"},
      {"# {date}", "## not one sign", "no"},
      {"*{authors}* | **Main category: {category}**", "*A, B* | **Main category: cs.CR**",
       "authors=A, B;category=cs.CR;"},
      {"## {section} [{category}]", "## Vision [cs.CV]", "section=Vision;category=cs.CV;"},
      {"|**{date}**|**{title}**|{authors} et.al.|[{id}]({url})|null|",
       "|**2026-01-02**|**A | b**|C D et.al.|[2601.00001](http://x)|null|",
       "date=2026-01-02;title=A | b;authors=C D;id=2601.00001;url=http://x;"},
      {"---", "---", ""},
      {"---", "----", "no"},
  };
  for (const Case& c : cases) EXPECT_EQ(captures_of(c.pattern, c.line), c.expected) << c.pattern << c.line;
}

TEST(LinePattern, AsksForTheNextLineThatIsNotBlank) {
  const LinePattern pattern("# {title}\n**{_}");
  EXPECT_TRUE(pattern.matches_next("\n  \n**Authors**: A\n"));
  EXPECT_FALSE(pattern.matches_next("\nText\n**Authors**: A\n"));
  EXPECT_FALSE(pattern.matches_next(""));
}

TEST(Dialects, EveryPatternThatBeginsAPaperBeginsWithASign) {
  for (const Dialect& dialect : dialects()) {
    EXPECT_FALSE(dialect.papers.empty()) << dialect.name;
    for (const LinePattern& pattern : dialect.papers)
      EXPECT_FALSE(pattern.matches_anything()) << dialect.name;
    for (const LinePattern& pattern : dialect.sections)
      EXPECT_FALSE(pattern.matches_anything()) << dialect.name;
  }
}

}  // namespace
}  // namespace broadsheet
