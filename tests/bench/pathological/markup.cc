// Feeds, and pages of HTML.
#include "core/digest/digest_reader.h"
#include "core/digest/feed_reader.h"
#include "core/digest/html_lines.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

constexpr size_t kMega = 1'000'000;

}  // namespace

void add_markup(std::vector<Case>& cases) {
  const auto add = [&](const char* door, const char* name, std::string begin, const char* piece) {
    cases.push_back({door, name, kMega, [=](size_t n) {
                       return std::function<void()>([text = begin + repeat(piece, n), door] {
                         const bool is_feed = std::string_view(door) == "feed";
                         if (is_feed != looks_like_feed(text) || is_feed == looks_like_html(text))
                           std::abort();
                         if (!read_digest("2026-01-14.md", text).ok()) std::abort();
                       });
                     }});
  };
  const std::string feed = "<rss><channel>";
  const std::string item = feed + "<item><title>x</title>";
  add("feed", "items", feed, "<item><title>x</title></item>");
  add("feed", "items left open", feed, "<item><title>x");
  add("feed", "elements of one item", item, "<a>x</a>");
  add("feed", "elements inside each other", item, "<a><b>");
  add("feed", "authors of one item", item, "<author>x</author>");
  add("feed", "comments left open", item, "<!-- x");
  add("feed", "CDATA left open", item, "<![CDATA[");
  add("feed", "tags left open", item, "<a b=\"");
  add("feed", "quotes left open", item, "<a b='><c d=\">");
  add("feed", "instructions left open", item, "<?x");
  add("feed", "declarations left open", item, "<!x [");
  add("feed", "entities", item + "<description>", "&amp;&x");
  add("feed", "HTML in one text", item + "<description>", "&lt;p&gt;&lt;b&gt;x");
  const std::string page = "<!DOCTYPE html><html>";
  add("html", "list items with a link", page + "<ul>", "<li><a href=https://arxiv.org/abs/2601.00001>x</a>");
  add("html", "lists inside each other", page, "<ul><li>x");
  add("html", "cells of one row", page + "<table><tr>", "<td>x");
  add("html", "rows", page + "<table>", "<tr><td>x");
  add("html", "tables inside each other", page, "<table><tr><td>x");
  add("html", "tables beside each other", page, "<table><tr><td>x<td>y</table>");
  add("html", "bold words left open", page, "<b>x <i>");
  add("html", "links left open", page, "<a href=https://a.org>x<p>");
  add("html", "scripts left open", page, "<script>");
  add("html", "closing tags", page + "<script>", "</x>");
  add("html", "items whose title comes later", page + "<dl>", "<dt>x<dd>Title: y");
  add("html", "headings", page, "<h1>x</h1><h2>");
  add("html", "attributes", page + "<a ", "b=c ");
  add("html", "signs", page, "<");
}

}  // namespace broadsheet::bench
