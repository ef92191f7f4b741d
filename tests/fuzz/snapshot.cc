// Any bytes are refused as a saved library or read safely, behind a checksum that is right.
#include "core/library/snapshot.h"

#include <memory>
#include <vector>

#include "core/library/searcher.h"
#include "tests/core/support/forge.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto bytes = std::make_shared<std::vector<uint8_t>>(data, data + size);
  testing::forge_checksums(*bytes);
  Library library;
  if (!open_snapshot(library, {*bytes, bytes, nullptr}, Checks::kAll).ok()) {
    fuzz::check(library.paper_count() == 0, "a refused snapshot adds nothing");
    return 0;
  }
  for (const char* query : {"a", "the OR model", "title:\"of the\"", "大模型", "has:code", "a* b~"}) {
    ResultSet results = search(library, {.text = query, .typing = true});
    for (uint32_t rank = 0; rank < results.total(); ++rank)
      fuzz::check(results.hit(rank).paper < library.paper_count(), "hits are papers");
  }
  return 0;
}
