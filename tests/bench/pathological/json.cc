// JSON Lines, and arrays of the same records.
#include <utility>

#include "core/digest/digest_reader.h"
#include "tests/bench/pathological/doors.h"

namespace broadsheet::bench {
namespace {

constexpr size_t kMega = 1'000'000;

// {"title":"x" followed by next(0), next(1), next(2) and so on, then `end`.
template <typename Next>
std::string numbered(std::string begin, size_t bytes, const char* end, Next&& next) {
  for (size_t i = 0; begin.size() < bytes; ++i) begin += next(std::to_string(i));
  return begin + end;
}

}  // namespace

void add_json(std::vector<Case>& cases) {
  const auto add = [&](const char* name, size_t bytes, std::function<std::string(size_t)> make) {
    cases.push_back({"json", name, bytes, [make = std::move(make)](size_t n) {
                       return std::function<void()>([text = make(n)] {
                         if (!read_digest("2026-01-14.jsonl", text).ok()) std::abort();
                       });
                     }});
  };
  add("categories of one paper", kMega, [](size_t n) {
    return numbered("{\"title\":\"x\",\"categories\":[\"a\"", n, "]}\n",
                    [](const std::string& i) { return ",\"" + i + "\""; });
  });
  add("authors of one paper", kMega, [](size_t n) {
    return numbered("{\"title\":\"x\",\"authors\":[\"a\"", n, "]}\n",
                    [](const std::string& i) { return ",\"" + i + "\""; });
  });
  add("papers inside an object", kMega, [](size_t n) {
    return numbered("{\"papers\":[{\"title\":\"x\"}", n, "]}",
                    [](const std::string& i) { return ",{\"title\":\"" + i + "\"}"; });
  });
  add("lists under keys", kMega, [](size_t n) {
    return numbered("{\"a\":1", n, "}",
                    [](const std::string& i) { return ",\"" + i + "\":{\"b\":[{\"title\":\"x\"}]}"; });
  });
  add("objects that never close", kMega,
      [](size_t n) { return "{\"x\":[{\"title\":\"t\"}],\"y\":" + repeat("{\"a\":", n); });
  add("keys of one paper", kMega, [](size_t n) {
    return numbered("{\"title\":\"x\"", n, "}\n", [](const std::string& i) { return ",\"" + i + "\":1"; });
  });
  add("papers of many keys", 4 * kMega, [](size_t n) {
    std::string keys;
    for (size_t i = 0; i < 8000; ++i) keys += ",\"" + std::to_string(i) + "\":1";
    return repeat("{\"title\":\"x\"" + keys + "}\n", n);
  });
  add("papers of keys of their own", 4 * kMega, [](size_t n) {
    return numbered("", n, "", [](const std::string& i) {
      return "{\"title\":\"x\",\"a" + i + "\":\"y\",\"b" + i + "\":\"y\"}\n";
    });
  });
  add("papers of one id", 4 * kMega,
      [](size_t n) { return repeat("{\"title\":\"a\",\"id\":\"2601.00001\"}\n", n); });
  add("broken lines", 2 * kMega, [](size_t n) { return repeat("{\n", n); });
  add("brackets", 4 * kMega, [](size_t n) { return repeat("{\"a\":[", n) + "\n"; });
  add("objects left open", 4 * kMega, [](size_t n) { return "[" + repeat("{\"title\":\"x\",\n", n); });
  add("quotes", 4 * kMega, [](size_t n) { return repeat("{\"title\":\"x\\\"\n", n); });
  add("records of an array", 4 * kMega,
      [](size_t n) { return "[" + repeat("{\"title\":\"x\"},", n) + "{\"title\":\"x\"}]"; });
}

}  // namespace broadsheet::bench
