// forge.h: gives damaged bytes of a saved library correct checksums, so that the damage reaches the code that
// relies on them.
#pragma once

#include <algorithm>
#include <cstring>
#include <span>

#include "core/base/checksum.h"
#include "core/base/sections.h"
#include "core/snapshot/snapshot.h"

namespace broadsheet::testing {

inline constexpr SectionName kNamesInSegment[] = {
    SegmentSections::kTotalLength, SegmentSections::kTermOffsets,   SegmentSections::kListOffsets,
    SegmentSections::kStemOffsets, SegmentSections::kMemberOffsets, SegmentSections::kMembers,
    SegmentSections::kOccurrences, SegmentSections::kLengths,       SegmentSections::kTerms,
    SegmentSections::kStems,       SegmentSections::kPostings};
inline constexpr SectionName kNamesInSnapshot[] = {SnapshotSections::kAnalysis, SnapshotSections::kAuthors,
                                                   SnapshotSections::kDigests, SnapshotSections::kSegments,
                                                   SnapshotSections::kTexts};

// As in core/base/sections.h.
struct SectionsHead {
  uint32_t magic, version;
  uint64_t checksum, size;
  uint32_t count, unused;
};

inline uint64_t hash_of(std::span<const uint8_t> bytes) {
  return hash_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// Gives the header and the sections that lie within the bytes what they should say. Calls visit(name, bytes)
// for each of these sections first.
template <typename Visit>
void forge_sections(std::span<uint8_t> bytes, const SectionFormat& format, Visit&& visit) {
  SectionsHead head;
  if (bytes.size() < sizeof head) return;
  std::memcpy(&head, bytes.data(), sizeof head);
  head.magic = format.magic;
  head.version = format.version;
  head.size = bytes.size();
  const size_t room = std::min(SectionTable::kMostSections, (bytes.size() - sizeof head) / sizeof(Section));
  head.count = std::min(head.count, static_cast<uint32_t>(room));
  for (size_t at = sizeof head; at < (head.count + 1) * sizeof(Section); at += sizeof(Section)) {
    Section section;
    std::memcpy(&section, bytes.data() + at, sizeof section);
    if (section.offset > bytes.size() || section.size > bytes.size() - section.offset) continue;
    const auto of_section =
        bytes.subspan(static_cast<size_t>(section.offset), static_cast<size_t>(section.size));
    visit(section.name, of_section);
    section.checksum = hash_of(of_section);
    std::memcpy(bytes.data() + at, &section, sizeof section);
  }
  std::memcpy(bytes.data(), &head, sizeof head);
  constexpr size_t kCheckedFrom = offsetof(SectionsHead, size);
  head.checksum = hash_of(bytes.subspan(kCheckedFrom, (head.count + 1) * sizeof(Section) - kCheckedFrom));
  std::memcpy(bytes.data(), &head, sizeof head);
}

// The range of a section, as far as it lies within the bytes.
inline std::span<uint8_t> section_of(std::span<uint8_t> bytes, const SectionFormat& format,
                                     SectionName name) {
  const auto table = SectionTable::read(bytes, format);
  const Section* const section = table.ok() ? table.value().find(name) : nullptr;
  if (section == nullptr || section->offset > bytes.size()) return {};
  const size_t left = bytes.size() - static_cast<size_t>(section->offset);
  return bytes.subspan(static_cast<size_t>(section->offset),
                       std::min(left, static_cast<size_t>(section->size)));
}

inline void forge_segment(std::span<uint8_t> bytes) {
  forge_sections(bytes, kSegmentFormat, [](SectionName, std::span<uint8_t>) {});
}

inline void forge_checksums(std::span<uint8_t> bytes) {
  // As in docs/snapshot-format.md.
  struct DigestHead {
    uint64_t content;
    uint64_t checksum;
    uint32_t record, source, made, is_rest;
    uint64_t written;
  };
  const auto aligned = [](size_t size) { return (size + 7) / 8 * 8; };
  using Names = SnapshotSections;
  std::span<uint8_t> digests;
  std::span<uint8_t> texts;
  const auto forge = [&] {
    forge_sections(bytes, kSnapshotFormat, [&](SectionName name, std::span<uint8_t> section) {
      if (name == Names::kAnalysis && section.size() == sizeof kAnalysis)
        std::memcpy(section.data(), &kAnalysis, sizeof kAnalysis);
      if (name == Names::kDigests) digests = section;
      if (name == Names::kTexts) texts = section;
      for (size_t at = 0; name == Names::kSegments && at + 8 <= section.size();) {
        uint64_t size;
        std::memcpy(&size, section.data() + at, sizeof size);
        if (size > section.size() - at - 8) break;
        forge_segment(section.subspan(at + 8, static_cast<size_t>(size)));
        at = std::min(section.size(), at + 8 + aligned(static_cast<size_t>(size)));
      }
    });
  };
  forge();
  for (size_t at = 0, text_at = 0; at + sizeof(DigestHead) <= digests.size();) {
    DigestHead head;
    std::memcpy(&head, digests.data() + at, sizeof head);
    const size_t text = size_t{head.source} + head.made;
    if (text > texts.size() - text_at) break;
    head.checksum = hash_of(texts.subspan(text_at, text));
    std::memcpy(digests.data() + at, &head, sizeof head);
    at += aligned(sizeof head + head.record);
    text_at = std::min(text_at + aligned(text), texts.size());
  }
  forge();
}

}  // namespace broadsheet::testing
