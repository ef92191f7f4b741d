// Bibliographies and lists of ids, and finding their works in a library.
#include <memory>
#include <utility>

#include "core/collection/collection.h"
#include "core/collection/collection_matcher.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

constexpr size_t kMega = 1'000'000;

std::function<void()> reading(const char* name, std::string bytes) {
  return [name, bytes = std::move(bytes)] { (void)read_collection(name, bytes); };
}

// Works of one title against as many papers of that title.
std::function<void()> matching(size_t count) {
  std::string papers;
  for (size_t i = 0; i < count; ++i)
    papers += R"({"title": "Tea of the evening", "authors": ["Ana )" + std::to_string(i) + "\"]}\n";
  auto library = std::make_shared<Library>();
  (void)library->read("a.jsonl", papers);
  library->index(UINT32_MAX);
  library->commit();
  return [library] {
    const CollectionMatcher matcher(*library);
    CollectedWork work;
    work.title = "Tea of the evening";
    work.authors = {"Somebody Else"};
    for (size_t i = 0; i < 100; ++i) (void)matcher.match(work);
  };
}

}  // namespace

void add_collections(std::vector<Case>& cases) {
  const auto add = [&](const char* name, const char* file, std::function<std::string(size_t)> make) {
    cases.push_back({"collection", name, kMega,
                     [file, make = std::move(make)](size_t n) { return reading(file, make(n)); }});
  };
  add("entries", "a.bib", [](size_t n) { return repeat("@misc{k, title={T}}\n", n); });
  add("entries on one line", "a.bib", [](size_t n) { return repeat("@misc{k, title={T", n); });
  add("comments that do not end", "a.bib", [](size_t n) { return repeat("@comment{", n); });
  add("braces that open", "a.bib", [](size_t n) { return "@misc{k, title=" + repeat("{", n); });
  add("fields without values", "a.bib", [](size_t n) { return "@misc{k, " + repeat("a b,", n); });
  add("keys that do not end", "a.bib", [](size_t n) { return repeat("@misc{", n); });
  add("macros that double", "a.bib", [](size_t n) {
    return "@string{a = {x}}\n" + repeat("@string{a = a # a}\n", n) + "@misc{k, title = a}";
  });
  add("names", "a.bib", [](size_t n) { return "@misc{k, author={" + repeat("A and ", n) + "}}"; });
  add("accents", "a.bib", [](size_t n) { return "@misc{k, title={" + repeat("\\\"{", n) + "}}"; });
  add("lines without a tag", "a.ris", [](size_t n) { return "TY  - JOUR\nTI  - A\n" + repeat("x\n", n); });
  add("entries", "a.ris", [](size_t n) { return repeat("TY  - X\n", n); });
  add("quotation marks", "a.csv", [](size_t n) { return "title\n" + repeat("\"x\n", n); });
  add("columns", "a.csv", [](size_t n) { return "title\n" + repeat(",", n); });
  add("attributes", "a.opml", [](size_t n) { return repeat("<outline a='b' ", n); });
  add("ampersands", "a.opml", [](size_t n) { return "<outline text='" + repeat("&", n) + "'/>"; });
  add("items", "a.json",
      [](size_t n) { return "[" + repeat(R"({"type":"article","issued":{},"title":"A"},)", n) + "]"; });
  add("ids", "a.txt", [](size_t n) { return repeat("2601.00001 ", n); });
  cases.push_back({"collection", "equal titles", 4000, [](size_t n) { return matching(n); }});
}

}  // namespace broadsheet::bench
