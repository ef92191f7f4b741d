#include "core/digest/dialect.h"

namespace broadsheet {
namespace {

using Patterns = std::vector<LinePattern>;

Patterns patterns(std::initializer_list<std::string_view> list) { return {list.begin(), list.end()}; }

Patterns numbered_headings() {
  return patterns(
      {"### [{number}] [{title}]({url})", "### [{number}] [{title}]{_}", "### [{number}] [{title}"});
}

Dialect dialect_r() {
  Dialect dialect;
  dialect.name = "R";
  dialect.papers = numbered_headings();
  dialect.sections = patterns({"# {category} [[Back]](#toc)"});
  dialect.contents = patterns({"- [{category}](#{section}) [Total: {total}]", "# Table of Contents"});
  dialect.structure = patterns({"<div id={_}></div>"});
  dialect.header.lines = patterns({"*{authors}*", "Main category: {category}", "TL;DR: {tldr...}"});
  dialect.header.after_blank_line = false;
  dialect.details.lines =
      patterns({"Motivation: {motivation...}", "Method: {method...}", "Result: {result...}",
                "Conclusion: {conclusion...}", "Abstract: {abstract...}"});
  dialect.line_ends = {2, 3};
  return dialect;
}

Dialect dialect_s1() {
  Dialect dialect = dialect_r();
  dialect.name = "S1";
  dialect.header.lines = patterns({"*{authors}*", "**TL;DR**: {tldr...}"});
  dialect.details.lines = patterns({"Background: {Background...}", "Data: {Data...}", "Method: {method...}",
                                    "Result: {result...}", "Abstract: {abstract...}"});
  return dialect;
}

Dialect dialect_s2() {
  Dialect dialect;
  dialect.name = "S2";
  dialect.papers = patterns({"## <a id=\"{_}\"></a>[{title}]({url}) [[back]](#{_})"});
  dialect.sections = patterns({"# {category}\n## <a id={_}"});
  dialect.contents =
      patterns({"# <a id=\"toc\"></a>Table of Contents", "## {_}\n- [{_}](#{_})", "- [{_}](#{_})"});
  dialect.structure = patterns({"---"});
  dialect.header.lines =
      patterns({"**Relevance:** `{Relevance}`", "### Background{Background...}", "### Summary{tldr...}"});
  return dialect;
}

Dialect dialect_x() {
  Dialect dialect;
  dialect.name = "X";
  dialect.papers = numbered_headings();
  dialect.sections = patterns({"## {category}\n### [{_}"});
  dialect.contents = patterns({"- [{category}](#{_}) ({total} 篇)", "# AI-Enhanced arXiv Daily {date}",
                               "## 今日总计: {_}", "### 目录"});
  dialect.structure = patterns({"<a id='{_}'></a>", "[⬆️ {_}](#{_}) | [⬆️ {_}](#{_})", "---"});
  dialect.header.lines = patterns({"> *{title_translation}*", "*{authors}* | **Main category: {category}**",
                                   "**Keywords:** {Keywords...}", "**Comment:** {Comment...}",
                                   "> **TL;DR:** {tldr...}", "**AI_Comments:** {AI_Comments...}"});
  dialect.header.after_blank_line = false;
  dialect.details.lines = patterns({"**Motivation:** {motivation...}", "**Method:** {method...}",
                                    "**Result:** {result...}", "**Conclusion:** {conclusion...}",
                                    "> **ai_Abstract:** {ai_Abstract...}", "> **摘要翻译:** {摘要翻译...}"});
  return dialect;
}

Dialect dialect_g() {
  Dialect dialect = dialect_r();
  dialect.name = "G";
  dialect.numbers_restart = true;
  dialect.papers = patterns({"### [{number}] [{title}]({url})", "### [{title}]({url})"});
  dialect.sections = patterns({"## {section} [{category}]\n### [{_}"});
  dialect.contents = patterns({"- [{section} ({total})](#{_})", "# {date}\n## {_}", "## 目录"});
  dialect.structure = patterns({"---"});
  dialect.tail.lines = patterns({"[**[PDF]**]({pdf}) | **Categories:** {categories}"});
  return dialect;
}

Dialect dialect_m() {
  Dialect dialect = dialect_r();
  dialect.name = "M";
  dialect.groups = patterns({"#### {_}"});
  dialect.header.lines = patterns({"**{rating}** | *{authors}*", "**💡 大白话**: {大白话...}",
                                   "**🎯 核心价值**: {tldr...}", "**📊 主类别**: {category}"});
  dialect.details.lines = patterns(
      {"- **根本问题**: {motivation...}", "- **切入视角**: {切入视角...}", "- **关键方法**: {method...}",
       "- **方法公式**: {方法公式...}", "- **核心发现**: {result...}", "- **机制洞察**: {机制洞察...}",
       "- **行动启发**: {行动启发...}", "- **可迁移性**: {可迁移性...}", "#### 📄 原文摘要{abstract...}"});
  dialect.details.after_blank_line = false;
  dialect.line_ends = {kAllLineEnds, kAllLineEnds};
  return dialect;
}

Dialect dialect_f() {
  Dialect dialect;
  dialect.name = "F";
  dialect.papers = patterns({"### {title}\n- **{_}"});
  dialect.sections = patterns({"## {category}\n### {_}"});
  dialect.contents = patterns({"# {_}", "- [{_}](#{_})"});
  dialect.structure = patterns({"---"});
  dialect.header.lines = patterns({"- **arXiv**: [{id}]({url}) · [PDF]({pdf})", "- **arXiv**: [{id}]({url})",
                                   "- **Title (EN)**: {Title (EN)}", "- **Title (ZH)**: {Title (ZH)}",
                                   "- **Authors**: {authors}", "- **Categories**: {categories}",
                                   "- **TL;DR**: {tldr...}", "{abstract...}"});
  dialect.header.after_blank_line = false;
  dialect.header.in_order = false;
  return dialect;
}

Dialect dialect_q() {
  Dialect dialect;
  dialect.name = "Q";
  dialect.papers = patterns({"# {title}\n**{_}"});
  dialect.structure = patterns({"---"});
  dialect.header.lines =
      patterns({"**Title (ZH)**: {Title (ZH)}", "**Authors**: {authors}", "**Link**: [PDF]({url})",
                "**Abstract**: {abstract...}", "**Abstract (ZH)**: {Abstract (ZH)...}"});
  dialect.header.in_order = false;
  return dialect;
}

// The family's older template: no numbers, `Task` for the TL;DR, the motivation before the details, or
// details that hold an abstract alone.
Dialect dialect_o() {
  Dialect dialect = dialect_r();
  dialect.name = "O";
  dialect.papers = patterns({"### [{number}] [{title}]({url})", "### [{title}]({url})"});
  dialect.header.lines =
      patterns({"*{authors}*", "Main category: {category}", "Task: {tldr...}", "TLDR: {tldr...}",
                "TL;DR: {tldr...}", "Motivation: {motivation...}", "Method: {method...}",
                "Result: {result...}", "Conclusion: {conclusion...}"});
  dialect.details.lines = patterns({"<summary>Abstract</summary>{abstract...}", "Motivation: {motivation...}",
                                    "Method: {method...}", "Result: {result...}",
                                    "Conclusion: {conclusion...}", "Abstract: {abstract...}"});
  dialect.line_ends = {kAllLineEnds, kAllLineEnds};
  return dialect;
}

Dialect dialect_t() {
  Dialect dialect;
  dialect.name = "T";
  dialect.papers = patterns({
      "|**{date}**|**{title}**|{authors} et.al.|[{id}]({url})|null|",
      "|**{date}**|**{title}**|{authors} et.al.|[{id}]({url})|{Code}|",
      "|**{date}**|**{title}**|{authors}|[{id}]({url})|null|",
      "|**{date}**|**{title}**|{authors}|[{id}]({url})|{Code}|",
  });
  dialect.sections = patterns({"## {category}\n|{_}", "### {category}\n|{_}", "## {category}\n{_}< table{_}",
                               "### {category}\n{_}< table{_}"});
  dialect.contents = patterns({"## Updated on {date}", "> Usage instructions: {_}"});
  dialect.structure = patterns({"| Publish Date | {_}", "|:---{_}", "|---{_}", "[{_}]: {_}"});
  dialect.one_line = true;
  return dialect;
}

}  // namespace

const std::vector<Dialect>& dialects() {
  static const std::vector<Dialect> all = {dialect_r(), dialect_s1(), dialect_s2(), dialect_x(), dialect_g(),
                                           dialect_f(), dialect_m(),  dialect_q(),  dialect_t(), dialect_o()};
  return all;
}

}  // namespace broadsheet
