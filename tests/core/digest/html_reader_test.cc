// Pages of HTML in, papers out.
#include <gtest/gtest.h>

#include <random>

#include "core/digest/html_lines.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;

std::string lines_of(const std::string& body) { return html_as_lines("<html><body>" + body).text; }

TEST(HtmlReader, KnowsAPageByItsBeginning) {
  for (const char* text :
       {"<!DOCTYPE html><html>", "\n<html lang=en>", "<!-- x --><HTML>", "<!doctype html>\n<head>",
        "<!DOCTYPE html><meta charset=utf-8>", "<!doctype html>\n<title>x</title><p>"})
    EXPECT_TRUE(looks_like_html(text)) << text;
  for (const char* text : {"", "<div id=toc></div>", "# <html>", "<details>", "<htmlx>", "<p>", "<rss>"})
    EXPECT_FALSE(looks_like_html(text)) << text;
}

TEST(HtmlLines, SayInMarkdownWhatBlocksMean) {
  const struct {
    const char* html;
    const char* lines;
  } kCases[] = {
      {"<h2>Tea</h2>text", "## Tea\n\ntext\n"},
      {"<p>One\n two</p><p>Three", "One two\n\nThree\n"},
      {"one<br>two", "one\ntwo\n"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>d", "- a\n- b\n  - c\n\nd\n"},
      {"<ul><li><div><p>a</p>b</div></li></ul>", "- a\n  b\n\n"},
      {"<a href=https://a.org>Tea <b>now</b></a>", "[Tea **now**](https://a.org)\n"},
      {"<a href='https://a.org'><h3>Tea</h3><p>more</p></a>", "### [Tea](https://a.org)\n\nmore\n\n"},
      {"<a href=https://a.org><img src=x></a><b></b>x", "x\n"},
      {"<a href='#top'>up</a> <a href=javascript:x()>run</a>", "up run\n"},
      {"<table><tr><th>A<th>B<tr><td>1<td>2|3</table>", "| A | B |\n|---|---|\n| 1 | 2\\|3 |\n\n"},
      // A first row that is no header.
      {"<table><tr><td>1<td>2<tr><td>3<td>4</table>", "| | |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n"},
      {"<table><tr><td>Title<td>By<tr><td>3<td>4</table>", "| Title | By |\n|---|---|\n| 3 | 4 |\n\n"},
      // Tables that only lay out: of one cell, with headings, with tables, with many paragraphs.
      {"<table><tr><td>one<p>two</table>three", "one\n\ntwo\n\nthree\n"},
      {"<table><tr><td>a<td><h2>b</h2>c</table>", "a\n\n## b\n\nc\n\n"},
      {"<table><tr><td><ul><li>a<td><table><tr><td>1<td>2</table>b</table>c",
       "- a\n\n| | |\n|---|---|\n| 1 | 2 |\n\nb\n\nc\n"},
      {"<table><tr><td>a<td><ul><li>b<li>c<li>d<li>e<li>f<li>g<li>h</ul></table>",
       "a\n\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n\n"},
      // One that was not closed ends at the next.
      {"<table><tr><th>A<th>B</tr><table><tr><th>C<th>D</tr></table>",
       "| A | B |\n|---|---|\n\n| C | D |\n|---|---|\n\n"},
      {"one<br><br>two<br>three", "one\n\ntwo\nthree\n"},
      {"<details><summary>Abstract</summary>Tea</details>", "<summary>Abstract</summary>\n\nTea\n\n"},
      {"<script>if (a < b) '<p>no</p>'</script><style>p{}</style>x<script>never closed", "x\n"},
      {"<dl><dt><a href=/abs/2601.00001>arXiv</a><dd><b>Title:</b> Tea</dl>",
       "- **Tea**\n  [arXiv](https://arxiv.org/abs/2601.00001)\n\n"},
      {"&lt;b&gt; &amp; &nbsp; &uuml;", "<b> & ü\n"},
      {"a < b and c<d", "a < b and c<d\n"},
      {"<hr>x", "x\n"},
  };
  for (const auto& c : kCases) EXPECT_EQ(lines_of(c.html), c.lines) << c.html;
}

TEST(HtmlLines, CompleteLinksByThePagesOwnAddress) {
  EXPECT_EQ(html_as_lines("<html><link rel=canonical href='https://b.org/x/y'><a href=/abs/1>t</a>").text,
            "[t](https://b.org/abs/1)\n");
  // An address ends where none goes on: it may be a quote that was never closed.
  EXPECT_EQ(html_as_lines("<html><base href='https://b.org\n<p'><a href=/abs/1>t</a>").text,
            "[t](https://b.org/abs/1)\n");
  EXPECT_EQ(html_as_lines("<html><a href=//b.org/1>t</a>").text, "[t](https://b.org/1)\n");
}

TEST(HtmlLines, TellTheLineOfThePageForEachOfTheirs) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "<p>",  "tea\n", "<ul>",      "<li>",       "</ul>", "<table>",
      "<tr>", "<td>",  "</table>",  "<h1>",       "</h1>", "<a href=https://a.org>",
      "</a>", "<b>",   "<summary>", "</summary>", "<br>",  "Title: x\n",
      "<dt>", "<dd>",  "<hr>",      "&amp;",      "<",     "|"};
  for (int round = 0; round < 3000; ++round) {
    std::string html = "<html>";
    for (size_t i = random() % 40; i > 0; --i) html += pieces[random() % pieces.size()];
    const HtmlLines page = html_as_lines(html);
    const auto last = static_cast<uint32_t>(std::count(html.begin(), html.end(), '\n') + 1);
    ASSERT_EQ(page.lines.size(), static_cast<size_t>(std::count(page.text.begin(), page.text.end(), '\n')))
        << html;
    for (const uint32_t line : page.lines) ASSERT_TRUE(line >= 1 && line <= last) << html;
    // Nothing lost: every word is there.
    const auto words = [](const std::string& text) {
      size_t count = 0;
      for (size_t at = text.find("tea"); at != std::string::npos; at = text.find("tea", at + 1)) ++count;
      return count;
    };
    ASSERT_EQ(words(page.text), words(html)) << html << "\n" << page.text;
  }
}

TEST(HtmlReader, FindsThePapersOfEachKindOfPage) {
  const struct {
    const char* file;
    size_t papers;
  } kCases[] = {{"page-arxiv-list.html", 2}, {"page-cards.html", 3},   {"page-panels.html", 2},
                {"page-table.html", 3},      {"page-list.html", 3},    {"page-details.html", 2},
                {"page-layout.html", 5},     {"page-results.html", 2}, {"page-prose.html", 0}};
  for (const auto& c : kCases) {
    const Digest digest = digest_of(testing::read_all(testing::fixtures() / c.file), c.file);
    EXPECT_EQ(digest.papers.size(), c.papers) << c.file;
    for (const Paper& paper : digest.papers) {
      EXPECT_FALSE(paper.title.empty()) << c.file;
      EXPECT_FALSE(paper.arxiv_id.empty()) << c.file << ": " << paper.title;
    }
  }
}

TEST(HtmlReader, ATableBelowThePapersIsNoPartOfTheLastAbstract) {
  const Digest digest =
      digest_of(testing::read_all(testing::fixtures() / "page-results.html"), "page-results.html");
  ASSERT_EQ(digest.papers.size(), 2u);
  const Paper& last = digest.papers[1];
  EXPECT_EQ(last.text(TextField::kAbstract), "Kettles boil water.\n\nThey whistle.");
  ASSERT_EQ(last.extra.size(), 1u);
  EXPECT_EQ(last.extra[0].name, "text");
  EXPECT_TRUE(last.extra[0].text.starts_with("| Kettle | Score |"));
  EXPECT_TRUE(last.extra[0].text.ends_with("Made by hand"));
}

TEST(HtmlReader, LinesAreThoseOfThePage) {
  const Digest digest = digest_of(testing::read_all(testing::fixtures() / "page-arxiv-list.html"), "x.html");
  ASSERT_EQ(digest.papers.size(), 2u);
  EXPECT_EQ(digest.papers[0].line, 23u);
  EXPECT_EQ(digest.papers[1].line, 47u);
}

}  // namespace
}  // namespace broadsheet
