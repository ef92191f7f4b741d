// Any bytes with a correct checksum are refused as a saved library or read safely.
#include "core/snapshot/snapshot.h"

#include <cstring>
#include <memory>
#include <vector>

#include "tests/core/support/forge.h"
#include "tests/fuzz/whole_answer.h"

using namespace broadsheet;

namespace {

using Bytes = std::vector<uint8_t>;

// Two small digests that needed repair.
const Bytes& saved_library() {
  static const Bytes saved = [] {
    Library library;
    for (const char* name : {"1.md", "2.md"}) {
      std::string text;
      for (const char* id : {"2601.00001", "2601.00002"})
        text += std::string("### [1] [The attention of models](https://arxiv.org/abs/") + id +
                ")\n*Ada Lovelace,Wei Zhang*\n\nMain category: cs.LG\n\nTL;DR: 大模型 $\b" +
                "eta$ of a paper " + name +
                "\n\n\n<details>\n  <summary>Details</summary>\nNote: n\n\nAbstract: abstracts\n\n" +
                "</details>\n\n\n";
      fuzz::check(library.read(name, text).ok(), "the digest is one");
      library.index(UINT32_MAX);
    }
    const Snapshot snapshot(library);
    Bytes bytes;
    for (const ByteSpan piece : snapshot.pieces()) bytes.insert(bytes.end(), piece.begin(), piece.end());
    return bytes;
  }();
  return saved;
}

// An input that is not a saved library lists edits to one, so the corpus works for any format. Three bytes
// are an offset, the fourth is the new value.
Bytes edited(ByteSpan edits) {
  Bytes bytes = saved_library();
  for (; edits.size() >= 4; edits = edits.subspan(4)) {
    const size_t place = edits[0] | size_t{edits[1]} << 8 | size_t{edits[2]} << 16;
    bytes[place % bytes.size()] = edits[3];
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ByteSpan input(data, size);
  const bool is_whole = size > 4 && std::memcmp(data, "BSP1", 4) == 0;
  const auto bytes = std::make_shared<Bytes>(is_whole ? Bytes(input.begin(), input.end()) : edited(input));
  testing::forge_checksums(*bytes);
  Library library;
  if (!open_snapshot(library, {*bytes, bytes, nullptr}, Checks::kAll).ok()) {
    fuzz::check(library.paper_count() == 0, "a refused snapshot adds nothing");
    return 0;
  }
  Searcher searcher(library);
  // The last ones are close to words of the seeds, but not among them.
  for (const char* query : {"", "a", "the OR model", "title:\"of the\"", "大模型", "has:code", "a* b~",
                            "modle", "atttentoin titel", "abstarct NEAR/3 paepr"})
    fuzz::check_answer(library, searcher, {.text = query, .typing = true, .feedback = true});
  if (library.volumes().empty()) return 0;
  library.remove({library.volumes().front()->label});
  fuzz::check_answer(library, searcher, {.text = "a"});
  return 0;
}
