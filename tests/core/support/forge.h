// forge.h: gives damaged bytes of a saved library the checksums that they should have, so that the damage
// reaches what reads behind them.
#pragma once

#include <cstring>
#include <span>

#include "core/base/checksum.h"
#include "core/library/snapshot.h"

namespace broadsheet::testing {

inline void forge_checksums(std::span<uint8_t> bytes) {
  // As in docs/snapshot-format.md.
  struct DigestHead {
    uint64_t content;
    uint64_t checksum;
    uint32_t record, source, made, unused;
  };
  const auto hash = [&](size_t from, size_t size) {
    return hash_bytes({reinterpret_cast<const char*>(bytes.data()) + from, size});
  };
  const auto aligned = [](size_t size) { return (size + 7) / 8 * 8; };
  SnapshotHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.magic = kSnapshotMagic;
  header.version = kSnapshotVersion;
  header.size = bytes.size();
  if (header.texts < sizeof header || header.texts > bytes.size()) header.texts = bytes.size();
  const auto texts = static_cast<size_t>(header.texts);
  size_t at = sizeof header + aligned(header.author_bytes);
  size_t text_at = texts;
  for (uint32_t i = 0; i < header.digest_count && at + sizeof(DigestHead) <= texts; ++i) {
    DigestHead head;
    std::memcpy(&head, bytes.data() + at, sizeof head);
    const size_t text = size_t{head.source} + head.made;
    if (text > bytes.size() - text_at) break;
    head.checksum = hash(text_at, text);
    std::memcpy(bytes.data() + at, &head, sizeof head);
    at += aligned(sizeof head + head.record);
    text_at = std::min(text_at + aligned(text), bytes.size());
  }
  header.checksum = hash(sizeof header, texts - sizeof header);
  std::memcpy(bytes.data(), &header, sizeof header);
}

}  // namespace broadsheet::testing
