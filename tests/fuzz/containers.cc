// Gzips and zips: for any bytes, the limits hold and no call crashes.
#include "core/container/unpacker.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (container_kind_of(bytes) == ContainerKind::kNone) return 0;
  Unpacker unpacker("input.zip", std::move(bytes));
  uint64_t unpacked = 0;
  uint64_t files = 0;
  while (const auto file = unpacker.next()) {
    fuzz::check(fuzz::is_utf8(file->name), "names are valid UTF-8", file->name);
    fuzz::check(++files <= kMaxEntries + 1, "no more files than the limit");
    if (!file->bytes.ok()) continue;
    unpacked += file->bytes.value().size();
    fuzz::check(unpacked <= std::max<uint64_t>(kUnsuspiciousBytes, size * kMaxPackingRatio),
                "no more bytes than the limit");
    fuzz::check(container_kind_of(file->bytes.value()) == ContainerKind::kNone, "no container comes out");
  }
  return 0;
}
