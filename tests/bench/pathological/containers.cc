// Gzips and zips; the unpacked bytes are discarded.
#include <utility>

#include "core/container/unpacker.h"
#include "tests/bench/pathological/doors.h"
#include "tests/core/support/archives.h"

namespace broadsheet::bench {
namespace {

constexpr size_t kMega = 1'000'000;

std::function<void()> unpacking(std::string bytes) {
  return [bytes = std::move(bytes)] {
    for (Unpacker unpacker("a.zip", bytes); unpacker.next();) continue;
  };
}

std::vector<testing::ZipEntry> entries(size_t count, const std::string& bytes, bool stored) {
  std::vector<testing::ZipEntry> list;
  for (size_t i = 0; i < count; ++i) list.push_back({"d" + std::to_string(i) + "/x.md", bytes, stored});
  return list;
}

}  // namespace

void add_containers(std::vector<Case>& cases) {
  const auto add = [&](const char* name, size_t size, std::function<std::string(size_t)> make) {
    cases.push_back(
        {"container", name, size, [make = std::move(make)](size_t n) { return unpacking(make(n)); }});
  };
  add("files of a zip", 9000, [](size_t n) { return testing::make_zip(entries(n, "x", true)); });
  add("directories of a zip", 9000, [](size_t n) {
    std::vector<testing::ZipEntry> list;
    for (size_t i = 0; i < n; ++i) list.push_back({"d" + std::to_string(i) + "/", ""});
    return testing::make_zip(list);
  });
  add("a file that packs well", 10 * kMega, [](size_t n) {
    return testing::make_zip({{"x.md", repeat("x", n)}});
  });
  add("members of a gzip", kMega, [](size_t n) { return repeat(testing::make_gzip(""), n); });
  add("entries of one stream", 9000, [](size_t n) {
    return testing::with_entries_of_one_stream("x.md", repeat("x", 100'000), static_cast<uint16_t>(n));
  });
  add("files that are damaged", 200, [](size_t n) {
    const std::string text(100'000, 'x');
    std::string zip = testing::make_zip(entries(n, text, true));
    for (size_t at = zip.find(text); at != std::string::npos; at = zip.find(text, at + text.size()))
      zip[at] = 'y';
    return zip;
  });
}

}  // namespace broadsheet::bench
