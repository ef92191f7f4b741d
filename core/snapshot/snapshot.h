// snapshot.h: a library as bytes: its digests and its index. Opening it reads no digest and indexes nothing;
// the texts, most of the bytes, may stay where they are stored until needed. The format is in
// docs/snapshot-format.md.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/base/sections.h"
#include "core/library/late_text.h"
#include "core/library/library.h"

namespace broadsheet {

inline constexpr uint32_t kSnapshotVersion = 7;
inline constexpr SectionFormat kSnapshotFormat = {.magic = 0x31505342,  // "BSP1"
                                                  .version = kSnapshotVersion,
                                                  .other_magic = ErrorCode::kNotASnapshot,
                                                  .other_version = ErrorCode::kOtherVersion,
                                                  .damaged = ErrorCode::kBadSnapshot};
// Identifies the analysis that turns a text into terms (tokens, folding, stems, compounds) and postings, and
// names into authors: with an index from another analysis, searches would miss papers. It is a checksum of
// the index of a fixed digest, so no change can be forgotten: the test Analysis.IsNamedByItsOutcome fails and
// prints the new value.
inline constexpr uint64_t kAnalysis = 3061968000212209971u;

// The sections of a snapshot. The texts come last: with late texts, the bytes before them must be there.
struct SnapshotSections {
  static constexpr SectionName kAnalysis = "ANLS";
  static constexpr SectionName kAuthors = "AUTH";
  static constexpr SectionName kDigests = "DIGS";
  static constexpr SectionName kSegments = "SEGS";
  static constexpr SectionName kTexts = "TEXT";
};

// Bytes in pieces, most of which point into the library itself: written out one after another, they are the
// snapshot. Valid until the library changes.
class Snapshot {
 public:
  // Commits the library and reads its late texts. Cost: O(papers), and a checksum of all bytes.
  explicit Snapshot(Library& library);

  const std::vector<ByteSpan>& pieces() const { return sections_.pieces(); }
  size_t size() const { return sections_.size(); }

 private:
  SectionWriter sections_{kSnapshotFormat};
};

// What is checked before a snapshot is trusted. For one written by this release the checksum is enough: it is
// well-formed. For any other, every text and list is checked, too.
enum class Checks { kChecksum, kAll };

// Memory for all bytes of a snapshot, aligned to 8 bytes, which lives as long as `owner`.
struct SnapshotBytes {
  std::span<uint8_t> bytes;
  std::shared_ptr<const void> owner;
  // Where the texts are yet to be read from; nullptr if they are in `bytes`.
  std::shared_ptr<SnapshotStore> late_texts;
};

// How many bytes of a snapshot must be there to open it with late texts, according to its first
// SectionTable::kMostBytes. 0 if this version cannot open it: then open_snapshot() needs only these to say
// so.
size_t bytes_before_texts(ByteSpan head);

// Adds the digests of a snapshot to the library, with their index if all are new to it; those already open
// are left out. Returns how many were added. The library's texts are views into the bytes. Late texts are
// checked when they are read; Checks::kAll accepts no late texts. Errors, with the library unchanged:
// "not_a_snapshot", "other_version", "bad_snapshot". Cost: O(bytes that are there), at most a tenth of
// reading the digests.
Result<uint32_t> open_snapshot(Library& library, SnapshotBytes snapshot, Checks checks);

}  // namespace broadsheet
