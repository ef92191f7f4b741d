// Inputs that make naive readers quadratic, at one size and at twice that size: the ratio of times should
// be 2.
//   broadsheet_pathological
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "core/digest/digest_reader.h"

namespace {

std::string repeat(std::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

std::string nested_lists(size_t bytes) {
  std::string text;
  for (size_t depth = 0; text.size() < bytes; depth = (depth + 1) % 400)
    text += std::string(depth * 2, ' ') + "- x\n";
  return text;
}

struct Stuff {
  const char* name;
  size_t bytes;
  std::function<std::string(size_t)> make;
};

const std::vector<Stuff>& stuffs() {
  constexpr size_t kMega = 1'000'000;
  static const std::vector<Stuff> all = {
      {"quotes inside quotes", kMega, [](size_t n) { return repeat("> ", n) + "x\n"; }},
      {"lists inside lists", 4 * kMega, nested_lists},
      {"opening brackets", 10 * kMega, [](size_t n) { return repeat("[", n) + "\n"; }},
      {"](", 2 * kMega, [](size_t n) { return repeat("](", n) + "\n"; }},
      {"[](", 2 * kMega, [](size_t n) { return repeat("[](", n) + "\n"; }},
      {"one line", 50 * kMega, [](size_t n) { return repeat("word ", n) + "\n"; }},
      {"asterisks", 2 * kMega, [](size_t n) { return repeat("*a_ ", n) + "\n"; }},
      {"unclosed fences", 2 * kMega, [](size_t n) { return repeat("```\nx\n\n", n); }},
      {"unclosed comments", 2 * kMega, [](size_t n) { return repeat("<!-- \n\n", n); }},
      {"unclosed <details>", 2 * kMega, [](size_t n) { return repeat("<details>\n\n", n); }},
      {"unclosed tags", 2 * kMega, [](size_t n) { return repeat("<a href=\"", n) + "\n"; }},
      {"closing </details>", 2 * kMega, [](size_t n) { return repeat("</details>\n\n", n); }},
      {"dollars and backslashes", 4 * kMega, [](size_t n) { return repeat("$\\\\\f rac\t", n) + "\n"; }},
      {"blank lines", 8 * kMega, [](size_t n) { return repeat("\n", n); }},
      {"headings", 2 * kMega, [](size_t n) { return repeat("# x\n\n\n", n); }},
      {"headings before blank lines", 2 * kMega,
       [](size_t n) { return repeat("# x\n", n / 2) + repeat("\n", n / 2); }},
      {"linked headings", 4 * kMega, [](size_t n) { return repeat("### [t](https://e.org/1)\n\nx\n\n", n); }},
      {"numbered headings", 4 * kMega, [](size_t n) { return repeat("### [1] [t](https://e.org/1)\n", n); }},
      {"labels", 4 * kMega, [](size_t n) { return repeat("Abstract: x\n\nMethod: y\n\n", n); }},
      {"categories of one paper", kMega,
       [](size_t n) {
         std::string names = "{\"title\":\"x\",\"categories\":[\"a\"";
         for (size_t i = 0; names.size() < n; ++i) names += ",\"" + std::to_string(i) + "\"";
         return names + "]}\n";
       }},
      {"keys of one paper", kMega,
       [](size_t n) {
         std::string names = "{\"title\":\"x\"";
         for (size_t i = 0; names.size() < n; ++i) names += ",\"" + std::to_string(i) + "\":1";
         return names + "}\n";
       }},
      {"papers of many keys", 4 * kMega,
       [](size_t n) {
         std::string names = "{\"title\":\"x\"";
         for (size_t i = 0; i < 8000; ++i) names += ",\"" + std::to_string(i) + "\":1";
         return repeat(names + "}\n", n);
       }},
      {"JSON brackets", 4 * kMega, [](size_t n) { return repeat("{\"a\":[", n) + "\n"; }},
      {"JSON objects left open", 4 * kMega, [](size_t n) { return "[" + repeat("{\"title\":\"x\",\n", n); }},
      {"JSON quotes", 4 * kMega, [](size_t n) { return repeat("{\"title\":\"x\\\"\n", n); }},
  };
  return all;
}

double seconds_to_read(const std::string& text) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    std::string copy = text;
    const auto begin = std::chrono::steady_clock::now();
    const auto digest = broadsheet::read_digest("2026-01-14.md", std::move(copy));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    best = digest.ok() ? std::min(best, seconds) : best;
  }
  return best;
}

void print_ratio(const char* where, const Stuff& stuff, const std::function<std::string(std::string)>& wrap) {
  const double once = seconds_to_read(wrap(stuff.make(stuff.bytes)));
  const double twice = seconds_to_read(wrap(stuff.make(2 * stuff.bytes)));
  std::printf("%-8s %-28s %8.1f ms  %6.1f MB/s  x%.1f%s\n", where, stuff.name, once * 1e3,
              static_cast<double>(stuff.bytes) / 1e6 / once, twice / once,
              twice / once > 3 ? "  <-- more than linear" : "");
}

}  // namespace

int main() {
  for (const Stuff& stuff : stuffs()) {
    print_ratio("alone", stuff, [](std::string text) { return text; });
    print_ratio("field", stuff, [](const std::string& text) {
      return "### [1] [t](https://arxiv.org/abs/2601.00001)\n*A*\n\nMain category: cs.LG\n\nTL;DR: " + text +
             "\n\n\n<details>\n  <summary>Details</summary>\nMotivation: m\n\nAbstract: " + text +
             "\n\n</details>\n";
    });
  }
}
