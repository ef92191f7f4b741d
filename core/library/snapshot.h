// snapshot.h: a library as bytes: its digests and its index. Opening them reads no digest and indexes
// nothing. docs/snapshot-format.md is the format.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr uint32_t kSnapshotMagic = 0x31505342;  // "BSP1"
inline constexpr uint32_t kSnapshotVersion = 1;

struct SnapshotHeader {
  uint32_t magic = kSnapshotMagic;
  uint32_t version = kSnapshotVersion;
  uint64_t size = 0;      // of the whole snapshot
  uint64_t checksum = 0;  // of all behind the header
  uint32_t digest_count = 0;
  uint32_t segment_count = 0;
};
static_assert(sizeof(SnapshotHeader) == 32);

// Bytes in pieces, most of which lie in the library itself: written out one after the other they are the
// snapshot. Valid until the library changes.
class Snapshot {
 public:
  // Commits the library. Cost: O(papers), and a checksum of all bytes.
  explicit Snapshot(Library& library);

  const std::vector<ByteSpan>& pieces() const { return pieces_; }
  size_t size() const { return size_; }

 private:
  void add(ByteSpan piece);
  void add_owned(std::vector<uint8_t> bytes);

  std::vector<std::unique_ptr<std::vector<uint8_t>>> owned_;
  std::vector<ByteSpan> pieces_;
  size_t size_ = 0;
};

// Adds the digests of a snapshot to the library, with their index where all of them are new to it; those that
// are open already are left out. Gives how many were added. The library's texts are views into `bytes`,
// which begin at a multiple of 8 and live as long as `owner`.
// Errors, with the library as it was: "not_a_snapshot", "other_version", "bad_snapshot".
// Cost: O(bytes), at most a tenth of reading the digests.
Result<uint32_t> open_snapshot(Library& library, ByteSpan bytes, std::shared_ptr<const void> owner);

}  // namespace broadsheet
