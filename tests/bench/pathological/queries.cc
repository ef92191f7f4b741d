// Queries, each answered as on a page: parsed, searched, respelt, marked, explained and completed.
#include <memory>
#include <utility>

#include "core/search/completion.h"
#include "core/search/suggestion.h"
#include "core/show/explain.h"
#include "core/show/rows.h"
#include "core/text/utf8.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

// 2,000 papers in which words repeat.
Library& library() {
  static const std::unique_ptr<Library> made = [] {
    std::string text;
    for (size_t i = 0; i < 2000; ++i) {
      const std::string number = std::to_string(i);
      text += R"({"id":"2601.)" + std::to_string(10000 + i) + R"(","title":"a model of graph)" + number +
              R"(","authors":["Ada )" + std::to_string(i % 50) + R"("],"categories":["cs.LG"],"abstract":")" +
              repeat("a ", 200) + repeat("大模型", 90) + " attention" + number + "\"}\n";
    }
    auto library = std::make_unique<Library>();
    if (!library->read("2026-01-14.jsonl", text).ok()) std::abort();
    library->index(UINT32_MAX);
    library->commit();
    return library;
  }();
  return *made;
}

std::function<void()> answering(std::string query) {
  library();
  return [query = std::move(query)] {
    Searcher searcher(library());
    for (const bool typing : {false, true}) {
      Answer found = answer(library(), searcher, {.text = query, .typing = typing, .feedback = true});
      Highlighter highlighter(found.results.query());
      for (uint32_t rank = 0; rank < std::min(found.results.total(), 50u); ++rank)
        make_row(library(), found.results.hit(rank).paper, highlighter);
      if (found.results.total() > 0 && found.results.by_score()) explain(library(), found.results, 0);
    }
    Completer completer(library(), searcher);
    completer.complete(query, query.size());
  };
}

}  // namespace

void add_queries(std::vector<Case>& cases) {
  constexpr size_t kBytes = 250'000;
  const auto add = [&](const char* name, std::string begin, std::string piece, std::string end = "") {
    cases.push_back(
        {"query", name, kBytes, [=](size_t n) { return answering(begin + repeat(piece, n) + end); }});
  };
  add("one word", "", "a");
  add("words", "", "a ");
  add("words that nothing holds", "", "zq1 ");
  add("ideographs without blanks", "", "大模型压缩");
  add("ideographs without blanks, quoted", "\"", "大模型压缩", "\"");
  cases.push_back({"query", "ideographs of their own", kBytes, [](size_t n) {
                     std::string text;
                     for (uint32_t i = 0; text.size() < n; ++i) append_utf8(0x4E00 + i * 7919 % 20000, text);
                     return answering(text);
                   }});
  cases.push_back({"query", "words of their own, joined", kBytes, [](size_t n) {
                     std::string text;
                     for (size_t i = 0; text.size() < n; ++i) text += "w" + std::to_string(i) + "-";
                     return answering(text);
                   }});
  add("a phrase of one word", "\"", "a ", "\"");
  add("a phrase of one word, and another", "\"", "a ", "model\"");
  add("a phrase that is not closed", "\"", "a ");
  add("quotation marks", "", "\"");
  add("quotations of nothing", "", "\"\" ");
  add("OR", "", "a OR ");
  add("OR alone", "", "OR ");
  add("AND alone", "", "AND ");
  add("NOT", "", "NOT ");
  add("minus signs", "", "-");
  add("minus signs and blanks", "", "- ");
  add("opening parentheses", "", "(");
  add("closing parentheses", "", ")");
  add("parentheses", "", "()");
  add("minus signs and parentheses", "", "-(");
  add("OR and parentheses", "", "(a OR ");
  add("NEAR", "a", " NEAR a");
  add("NEAR of phrases", "a", " NEAR/1000 \"a a\"");
  add("NEAR of a long phrase", "a NEAR \"", "a ", "\"");
  add("NEAR alone", "", "NEAR ");
  add("NEAR of other fields", "a", " NEAR title:a NEAR author:a");
  add("beginnings of words", "", "a* ");
  add("long beginnings of words", "", "at* ");
  add("misspelt words", "", "attenton~ ");
  add("stars", "", "*");
  add("tildes", "", "~");
  add("filters of nothing", "", "title: ");
  add("filters in filters", "", "title:");
  add("filters of groups", "", "title:(");
  add("categories", "", "cat:cs.LG OR ");
  add("values that are none", "", "date:x ");
  add("colons", "", ":");
  add("names that are none", "", "ab:a ");
  add("blanks", "", " ");
  add("signs", "", "!? ");
}

}  // namespace broadsheet::bench
