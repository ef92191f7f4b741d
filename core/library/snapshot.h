// snapshot.h: a library as bytes: its digests and its index. Opening them reads no digest and indexes
// nothing; the texts, which are most of the bytes, may stay where they are kept until they are wanted.
// docs/snapshot-format.md is the format.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/library/late_text.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr uint32_t kSnapshotMagic = 0x31505342;  // "BSP1"
inline constexpr uint32_t kSnapshotVersion = 4;

struct SnapshotHeader {
  uint32_t magic = kSnapshotMagic;
  uint32_t version = kSnapshotVersion;
  uint64_t size = 0;      // of the whole snapshot
  uint64_t checksum = 0;  // of all between the header and the texts
  uint64_t texts = 0;     // where the texts begin, behind all else
  uint32_t digest_count = 0;
  uint32_t segment_count = 0;
  uint32_t author_count = 0;
  uint32_t author_bytes = 0;  // of their list
};
static_assert(sizeof(SnapshotHeader) == 48);

// Bytes in pieces, most of which lie in the library itself: written out one after the other they are the
// snapshot. Valid until the library changes.
class Snapshot {
 public:
  // Commits the library, and reads its late texts. Cost: O(papers), and a checksum of all bytes.
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

// What is looked at before a snapshot is believed. Its checksum is enough where the same release has written
// it: what that writes is well-formed. Of any other, each text and each list is checked, too.
enum class Checks { kChecksum, kAll };

// Room for all bytes of a snapshot, at a multiple of 8, which lives as long as `owner`.
struct SnapshotBytes {
  std::span<uint8_t> bytes;
  std::shared_ptr<const void> owner;
  // Where the texts are still to be read from; nullptr if they are in `bytes`.
  std::shared_ptr<SnapshotStore> late_texts;
};

// How many bytes of a snapshot must be there to open it with late texts, told from its header. 0 if it is
// none that this version opens: then the header is all that open_snapshot() needs to say so.
size_t bytes_before_texts(ByteSpan header);

// Adds the digests of a snapshot to the library, with their index where all of them are new to it; those that
// are open already are left out. Gives how many were added. The library's texts are views into the bytes.
// Late texts are checked when they are read. Checks::kAll takes none that are late.
// Errors, with the library as it was: "not_a_snapshot", "other_version", "bad_snapshot".
// Cost: O(bytes that are there), at most a tenth of reading the digests.
Result<uint32_t> open_snapshot(Library& library, SnapshotBytes snapshot, Checks checks);

}  // namespace broadsheet
