// Markdown: by itself, and after enough papers of a dialect to be read as that dialect.
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/digest/digest_reader.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

constexpr size_t kMega = 1'000'000;
// After this many bytes of papers, the dialect is known.
constexpr size_t kHeadBytes = size_t{40} << 10;

std::string nested_lists(size_t bytes) {
  std::string text;
  for (size_t depth = 0; text.size() < bytes; depth = (depth + 1) % 400)
    text += std::string(depth * 2, ' ') + "- x\n";
  return text;
}

// Pieces with a number of five digits between.
std::string numbered(std::string_view before, std::string_view after, size_t bytes) {
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) {
    const std::string number = std::to_string(100000 + i % 100000).substr(1);
    text.append(before).append(number).append(after);
  }
  return text;
}

// Of a list of papers in no dialect.
std::string first_item() { return "- **The first title** [x](https://arxiv.org/abs/2601.00001) "; }
std::string second_item() { return "- **The second title** [x](https://arxiv.org/abs/2601.00002)\n"; }

struct Stuff {
  const char* name;
  size_t bytes;
  std::function<std::string(size_t)> make;
};

const std::vector<Stuff>& stuffs() {
  static const std::vector<Stuff> all = {
      {"quotes inside quotes", kMega, [](size_t n) { return repeat("> ", n) + "x\n"; }},
      {"lists inside lists", 4 * kMega, nested_lists},
      {"opening brackets", 10 * kMega, [](size_t n) { return repeat("[", n) + "\n"; }},
      {"](", 2 * kMega, [](size_t n) { return repeat("](", n) + "\n"; }},
      {"[](", 2 * kMega, [](size_t n) { return repeat("[](", n) + "\n"; }},
      {"![[]()", kMega / 4, [](size_t n) { return repeat("![[]()", n) + "\n"; }},
      {"one line", 50 * kMega, [](size_t n) { return repeat("word ", n) + "\n"; }},
      {"asterisks", 2 * kMega, [](size_t n) { return repeat("*a_ ", n) + "\n"; }},
      {"unclosed fences", 2 * kMega, [](size_t n) { return repeat("```\nx\n\n", n); }},
      {"unclosed comments", 2 * kMega, [](size_t n) { return repeat("<!-- \n\n", n); }},
      {"unclosed <details>", 2 * kMega, [](size_t n) { return repeat("<details>\n\n", n); }},
      {"unclosed tags", 2 * kMega, [](size_t n) { return repeat("<a href=\"", n) + "\n"; }},
      {"closing </details>", 2 * kMega, [](size_t n) { return repeat("</details>\n\n", n); }},
      {"dollars and backslashes", 4 * kMega, [](size_t n) { return repeat("$\\\\\f rac\t", n) + "\n"; }},
      {"blank lines", 8 * kMega, [](size_t n) { return repeat("\n", n); }},
      {"short lines", 8 * kMega, [](size_t n) { return repeat("x\n", n); }},
      {"headings", 2 * kMega, [](size_t n) { return repeat("# x\n\n\n", n); }},
      {"headings over texts", kMega / 4, [](size_t n) { return repeat("# a\n\nb\n\n", n); }},
      {"headings before a linked one", kMega / 4,
       [](size_t n) { return repeat("# a\n\nb\n\n", n) + "# [t](http://x.org)\n"; }},
      {"headings before blank lines", 2 * kMega,
       [](size_t n) { return repeat("# x\n", n / 2) + repeat("\n", n / 2); }},
      {"linked headings", 4 * kMega, [](size_t n) { return repeat("### [t](https://e.org/1)\n\nx\n\n", n); }},
      {"a linked heading before ![[]()", kMega / 4,
       [](size_t n) { return "# [t](http://x.org)\n\n" + repeat("![[]()", n) + "\n"; }},
      {"numbered headings", 4 * kMega, [](size_t n) { return repeat("### [1] [t](https://e.org/1)\n", n); }},
      {"labels", 4 * kMega, [](size_t n) { return repeat("Abstract: x\n\nMethod: y\n\n", n); }},
      {"papers in list items", 2 * kMega,
       [](size_t n) { return numbered("- [A title](https://arxiv.org/abs/2601.", ")\n", n); }},
      {"papers in rows", 2 * kMega,
       [](size_t n) {
         return "| Title | Link |\n|---|---|\n" +
                numbered("| A title | [x](https://arxiv.org/abs/2601.", ") |\n", n);
       }},
      {"papers under headings", 2 * kMega,
       [](size_t n) { return numbered("## A title\n\n**arXiv:** 2601.", "\n\n**Note:** text\n\n", n); }},
      {"papers in sub-items", 2 * kMega,
       [](size_t n) {
         return numbered("- x\n  - y\n    - [A title](https://arxiv.org/abs/2601.", ")\n", n);
       }},
      {"tables of one paper", 2 * kMega,
       [](size_t n) {
         return numbered("|a|b|\n|-|-|\n|**x**|[y](https://arxiv.org/abs/2601.", ")|\n\n", n);
       }},
      {"columns of a table", 2 * kMega,
       [](size_t n) {
         return repeat("a|", n / 4) + "\n-|-\n" + repeat("x y|", n / 4) +
                "[y](https://arxiv.org/abs/2601.00001)\n";
       }},
      {"tables without rows", 2 * kMega, [](size_t n) { return repeat("a|b\n-|-\n", n); }},
      {"fences of all lengths", 2 * kMega,
       [](size_t n) {
         std::string text;
         for (size_t length = 3; text.size() < n; ++length)
           text += std::string(length % 40 + 3, '~') + "\n\n";
         return text;
       }},
      {"names without end", 2 * kMega,
       [](size_t n) {
         return "## One title\n\n**arXiv:** 2601.00001\n**Authors:** " + repeat("A B, ", n) +
                "\n\n## Two titles\n\n**arXiv:** 2601.00002\n";
       }},
      {"names of no paper", kMega, [](size_t n) { return repeat("arxiv:", n) + "\n"; }},
      {"links to no paper", kMega, [](size_t n) { return repeat("arxiv.org/abs/", n) + "\n"; }},
      {"papers named in one item", kMega,
       [](size_t n) { return first_item() + repeat("arXiv:2601.00001 (", n) + "\n" + second_item(); }},
      {"brackets in one item", 2 * kMega,
       [](size_t n) { return first_item() + repeat("(", n) + "\n" + second_item(); }},
      {"brackets around names", 2 * kMega,
       [](size_t n) {
         return first_item() + "\n\n  Authors: A B et al. " + repeat("(", n) + "\n" + second_item();
       }},
      {"subjects without end", 2 * kMega,
       [](size_t n) {
         return "## One title\n\n**arXiv:** 2601.00001\n**Categories:** " + repeat("`a` ", n) +
                "\n\n## Two titles\n\n**arXiv:** 2601.00002\n";
       }},
      {"tags around a text", 2 * kMega,
       [](size_t n) {
         return "## One title\n\n**arXiv:** 2601.00001\n**Abstract:** " + repeat("<b>", n / 2) +
                repeat("</b>", n / 2) + "\n\n## Two titles\n\n**arXiv:** 2601.00002\n";
       }},
  };
  return all;
}

std::function<void()> reading(std::string text) {
  return [text = std::move(text)] {
    if (!read_digest("2026-01-14.md", text).ok()) std::abort();
  };
}

std::string in_fields(const std::string& text) {
  return "### [1] [t](https://arxiv.org/abs/2601.00001)\n*A*\n\nMain category: cs.LG\n\nTL;DR: " + text +
         "\n\n\n<details>\n  <summary>Details</summary>\nMotivation: m\n\nAbstract: " + text +
         "\n\n</details>\n";
}

std::string fixture(const std::string& name) {
  std::ifstream in(std::string(BROADSHEET_SOURCE_DIR) + "/tests/fixtures/" + name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.empty()) std::abort();
  return text + "\n\n";
}

}  // namespace

void add_markdown(std::vector<Case>& cases) {
  for (const Stuff& stuff : stuffs()) {
    cases.push_back({"markdown", stuff.name, stuff.bytes, [&](size_t n) { return reading(stuff.make(n)); }});
    cases.push_back({"markdown", std::string(stuff.name) + ", in fields", std::min(stuff.bytes, 2 * kMega),
                     [&](size_t n) { return reading(in_fields(stuff.make(n))); }});
  }
  constexpr std::array<std::pair<const char*, const char*>, 10> kDialects = {
      {{"R", "clean.md"},
       {"S1", "dialect-s1.md"},
       {"S2", "dialect-s2.md"},
       {"X", "dialect-x.md"},
       {"G", "dialect-g.md"},
       {"M", "dialect-m.md"},
       {"F", "dialect-f.md"},
       {"Q", "dialect-q.md"},
       {"T", "dialect-t.md"},
       {"none", "dialect-unknown.md"}}};
  for (const auto& [dialect, file] : kDialects) {
    const std::string head = repeat(fixture(file), kHeadBytes);
    for (const Stuff& stuff : stuffs()) {
      cases.push_back({std::string("dialect-") + dialect, stuff.name, std::min(stuff.bytes, kMega),
                       [&stuff, head](size_t n) { return reading(head + stuff.make(n)); }});
    }
  }
}

}  // namespace broadsheet::bench
