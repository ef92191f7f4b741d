// Papers in a library: their names, what they share, and what a page asks of them.
#include <memory>
#include <utility>

#include "core/search/completion.h"
#include "core/search/similar.h"
#include "core/search/suggestion.h"
#include "core/show/explain.h"
#include "core/show/rows.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

struct File {
  std::string name;
  std::string bytes;
};
using Files = std::vector<File>;

// What a page does with a library: list, show, name, complete and remove.
void use(Library& library, const Files& files) {
  for (const File& file : files) {
    if (!library.read(file.name, file.bytes).ok()) std::abort();
    library.index(UINT32_MAX);
  }
  Searcher searcher(library);
  Completer completer(library, searcher);
  for (const char* query : {"", "title:a", "a"}) {
    Answer found = answer(library, searcher, {.text = query});
    Highlighter highlighter(found.results.query());
    for (uint32_t rank = 0; rank < std::min(found.results.total(), 50u); ++rank)
      make_row(library, found.results.hit(rank).paper, highlighter);
    if (found.results.total() == 0) continue;
    const PaperOrdinal paper = found.results.hit(0).paper;
    for (const Appearance& each : make_paper_view(library, paper, highlighter).appearances)
      library.key_of(each.paper);
    if (found.results.by_score()) explain(library, found.results, 0);
    similar_papers(library, paper, 8);
    completer.complete("a", 1);
  }
  for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper) {
    const std::string work = library.work_name(paper);
    library.put_in_set("is:read", work, true);
    library.locate(library.key_of(paper));
  }
  std::vector<std::string> labels;
  for (const auto& volume : library.volumes()) labels.push_back(volume->label);
  if (labels.size() > 1) labels.pop_back();
  library.remove(labels);
}

std::function<void()> using_(Files files) {
  return [files = std::move(files)] {
    Library library;
    library.define_set("is:read", {});
    use(library, files);
  };
}

// A file of n papers; `record` makes each from its number.
template <typename Record>
Files one_file(size_t n, Record&& record) {
  std::string text;
  for (size_t i = 0; i < n; ++i) (text += record(std::to_string(i))) += '\n';
  return {{"a.jsonl", std::move(text)}};
}

}  // namespace

void add_libraries(std::vector<Case>& cases) {
  const auto add = [&](const char* name, size_t size, std::function<Files(size_t)> make) {
    cases.push_back({"library", name, size, [make = std::move(make)](size_t n) { return using_(make(n)); }});
  };
  add("papers of one id", 20000, [](size_t n) {
    return one_file(n, [](const std::string&) { return R"({"title":"a","id":"2601.00001"})"; });
  });
  add("papers of one id, each better", 20000, [](size_t n) {
    return one_file(n, [&](const std::string& i) { return R"({"title":"a","id":"2601.00001v)" + i + "\"}"; });
  });
  add("papers of two ids behind others", 20000, [](size_t n) {
    return one_file(n, [&](const std::string& i) {
      const bool others = std::stoul(i) < n / 2;
      return R"({"title":"a","id":")" +
             (others ? "2601." + std::to_string(10000 + std::stoul(i)) : "2602.00001") + "\"}";
    });
  });
  add("papers without a name", 20000,
      [](size_t n) { return one_file(n, [](const std::string&) { return R"({"title":"a"})"; }); });
  add("papers of labels of their own", 20000, [](size_t n) {
    return one_file(n, [](const std::string& i) { return R"({"title":"a","label )" + i + R"(":"y"})"; });
  });
  add("papers of authors of their own", 20000, [](size_t n) {
    return one_file(n, [](const std::string& i) {
      return R"({"title":"a","authors":["Ada )" + i + R"(","Bo )" + i + "\"]}";
    });
  });
  add("papers of categories of their own", 20000, [](size_t n) {
    return one_file(n, [](const std::string& i) {
      return R"({"title":"a","categories":["a)" + i + R"(","b)" + i + "\"]}";
    });
  });
  add("papers of days of their own", 20000, [](size_t n) {
    return one_file(n, [](const std::string& i) {
      const size_t day = std::stoul(i);
      const auto two = [](size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
      return R"({"title":"a","date":")" + std::to_string(9999 - day / 336) + "-" + two(day / 28 % 12 + 1) +
             "-" + two(day % 28 + 1) + "\"}";
    });
  });
  add("authors of one paper", 20000, [](size_t n) {
    std::string record = R"({"title":"a","authors":["a")";
    for (size_t i = 0; i < n; ++i) record += ",\"Ada " + std::to_string(i) + "\"";
    return Files{{"a.jsonl", record + "]}\n"}};
  });
  add("files of one name", 1000, [](size_t n) {
    Files files;
    for (size_t i = 0; i < n; ++i)
      files.push_back(
          {"d" + std::to_string(i) + "/x.md",
           "### [1] [a " + std::to_string(i) + "](https://arxiv.org/abs/2601.00001)\n\nTL;DR: a\n"});
    return files;
  });
  add("files of names of their own", 1000, [](size_t n) {
    Files files;
    for (size_t i = n; i > 0; --i)
      files.push_back(
          {"x" + std::to_string(i) + ".md",
           "### [1] [a " + std::to_string(i) + "](https://arxiv.org/abs/2601.00001)\n\nTL;DR: a\n"});
    return files;
  });
  add("a long text of one word", 2'000'000, [](size_t n) {
    return Files{{"a.jsonl", R"({"title":"a","abstract":")" + repeat("a ", n) + "\"}\n"}};
  });
  add("a long text of words of their own", 200'000, [](size_t n) {
    std::string text;
    for (size_t i = 0; i < n; ++i) text += "a" + std::to_string(i) + " ";
    return Files{{"a.jsonl", R"({"title":"a","abstract":")" + text + "\"}\n"}};
  });
}

}  // namespace broadsheet::bench
