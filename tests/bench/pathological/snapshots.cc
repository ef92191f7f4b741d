// Saved libraries of another release: opened with all checks, and searched.
#include <memory>
#include <utility>

#include "core/search/searcher.h"
#include "core/snapshot/snapshot.h"
#include "tests/bench/pathological/doors.h"
#include "tests/core/support/forge.h"

namespace broadsheet::bench {
namespace {

using Bytes = std::vector<uint8_t>;

Bytes saved(size_t files, size_t papers, const std::function<std::string(size_t)>& record) {
  Library library;
  for (size_t file = 0, i = 0; file < files; ++file) {
    std::string text;
    for (size_t end = i + papers; i < end; ++i) text += record(i) + "\n";
    if (!library.read("x.jsonl", text).ok()) std::abort();
    library.index(UINT32_MAX);
  }
  const Snapshot snapshot(library);
  Bytes bytes;
  for (const ByteSpan piece : snapshot.pieces()) bytes.insert(bytes.end(), piece.begin(), piece.end());
  return bytes;
}

std::function<void()> opening(Bytes bytes) {
  return [bytes = std::move(bytes)] {
    const auto owner = std::make_shared<Bytes>(bytes);
    Library library;
    // Damaged ones are refused; the time this takes counts, too.
    if (open_snapshot(library, {*owner, owner, nullptr}, Checks::kAll).ok()) search(library, {.text = "a"});
  };
}

std::string paper(size_t i) {
  return R"({"id":"2601.)" + std::to_string(10000 + i) + R"(","title":"a word)" + std::to_string(i) + "\"}";
}

}  // namespace

void add_snapshots(std::vector<Case>& cases) {
  const auto add = [&](const char* name, size_t size, std::function<Bytes(size_t)> make) {
    cases.push_back(
        {"snapshot", name, size, [make = std::move(make)](size_t n) { return opening(make(n)); }});
  };
  add("papers", 20000, [](size_t n) { return saved(1, n, paper); });
  add("digests of one name", 2000, [](size_t n) { return saved(n, 1, paper); });
  add("papers of one id", 20000, [](size_t n) {
    return saved(1, n, [](size_t) { return std::string(R"({"id":"2601.00001","title":"a"})"); });
  });
  add("papers of labels of their own", 20000, [](size_t n) {
    return saved(1, n, [](size_t i) { return R"({"title":"a","label)" + std::to_string(i) + R"(":"y"})"; });
  });
  add("a head of zeros", 20'000'000, [](size_t n) {
    SectionWriter writer(kSnapshotFormat);
    writer.begin(SnapshotSections::kAnalysis);
    writer.add(Bytes(sizeof kAnalysis));
    for (const SectionName name : {SnapshotSections::kAuthors, SnapshotSections::kDigests,
                                   SnapshotSections::kSegments, SnapshotSections::kTexts}) {
      writer.begin(name);
      writer.add(Bytes(name == SnapshotSections::kDigests ? n : 1));
    }
    writer.finish();
    Bytes bytes = writer.joined();
    broadsheet::testing::forge_checksums(bytes);
    return bytes;
  });
}

}  // namespace broadsheet::bench
