#include "core/snapshot/snapshot.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <optional>

#include "core/base/checksum.h"
#include "core/snapshot/digest_codec.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kAlignment = 8;

struct VolumeHeader {
  uint64_t content_hash = 0;
  uint64_t text_checksum = 0;
  uint32_t record_bytes = 0;
  uint32_t source_bytes = 0;
  uint32_t made_bytes = 0;
  uint32_t is_rest = 0;
  uint64_t written = 0;

  uint64_t text_bytes() const { return uint64_t{source_bytes} + made_bytes; }
};

std::vector<uint8_t> encode_names(const FacetValues& values) {
  std::vector<uint8_t> bytes;
  ByteWriter writer(bytes);
  writer.varint(values.size());
  for (FacetId id = 0; id < values.size(); ++id) writer.text(values.value(id));
  return bytes;
}

std::optional<std::vector<std::string_view>> decode_names(ByteSpan bytes, bool checks_texts) {
  ByteReader reader(bytes);
  const uint32_t count = reader.varint();
  if (count > bytes.size()) return std::nullopt;
  std::vector<std::string_view> names;
  names.reserve(count);
  for (uint32_t i = 0; i < count; ++i) {
    names.push_back(reader.text());
    if (checks_texts && !is_utf8(names.back())) return std::nullopt;
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return names;
}

bool is_of_this_analysis(SectionReader& sections) {
  const auto analysis = sections.array<uint64_t>(SnapshotSections::kAnalysis);
  return !sections.failed() && analysis.size() == 1 && analysis.front() == kAnalysis;
}

Error damaged(size_t offset) {
  return Error{ErrorCode::kBadSnapshot, "the saved library is damaged", offset};
}

// Reads the sections of digests and of segments.
class SnapshotReader {
 public:
  SnapshotReader(const SnapshotBytes& snapshot, Checks checks, std::span<const std::string_view> authors)
      : snapshot_(snapshot), checks_all_(checks == Checks::kAll), authors_(authors) {}

  // Nothing if all is well, else the place of what is damaged.
  std::optional<size_t> read_digests(ByteSpan section, ByteSpan texts) {
    size_t text_at = offset_of(texts);
    const size_t texts_end = text_at + texts.size();
    ByteReader reader(section);
    while (!reader.at_end()) {
      if (const auto damage = read_digest(section, reader, text_at, texts_end)) return damage;
    }
    return text_at == texts_end ? std::nullopt : std::optional(text_at);
  }
  std::optional<size_t> read_segments(ByteSpan section) {
    ByteReader reader(section);
    while (!reader.at_end()) {
      if (!read_segment(reader)) return offset_of(section) + reader.offset();
    }
    return papers_without_index_ == 0 ? std::nullopt : std::optional(offset_of(section));
  }

  std::vector<DecodedVolume> volumes;
  std::vector<Segment> segments;

 private:
  size_t offset_of(ByteSpan section) const {
    return static_cast<size_t>(section.data() - snapshot_.bytes.data());
  }

  std::optional<size_t> read_digest(ByteSpan section, ByteReader& reader, size_t& text_at, size_t texts_end) {
    const size_t at = offset_of(section) + reader.offset();
    const auto header = reader.number<VolumeHeader>();
    const ByteSpan record = reader.bytes(header.record_bytes);
    reader.align(kAlignment);
    if (reader.failed() || aligned(header.text_bytes(), kAlignment) > texts_end - text_at) return at;
    const auto text = snapshot_.bytes.subspan(text_at, static_cast<size_t>(header.text_bytes()));
    const bool is_late = snapshot_.late_texts != nullptr;
    if (!is_late && hash_bytes(as_text(text)) != header.text_checksum) return text_at;
    if (checks_all_ && !is_utf8(as_text(text))) return text_at;
    Result<DecodedVolume> decoded =
        decode_volume(record, as_text(text), header.source_bytes, authors_, snapshot_.owner, checks_all_);
    if (!decoded.ok()) return at;
    Volume& volume = *decoded.value().volume;
    volume.content_hash = header.content_hash;
    volume.is_rest = header.is_rest != 0;
    volume.written = header.written;
    if (is_late) volume.texts_are_late({snapshot_.late_texts, text_at, text, header.text_checksum});
    text_at += static_cast<size_t>(aligned(text.size(), kAlignment));
    papers_without_index_ += decoded.value().facts.size();
    volumes.push_back(std::move(decoded.value()));
    return std::nullopt;
  }

  bool read_segment(ByteReader& reader) {
    const auto size = reader.number<uint64_t>();
    if (size > reader.left()) return false;
    const ByteSpan bytes = reader.bytes(static_cast<size_t>(size));
    reader.align(kAlignment);
    if (reader.failed()) return false;
    Result<Segment> segment =
        checks_all_ ? Segment::open(bytes, snapshot_.owner) : Segment::adopt(bytes, snapshot_.owner);
    if (!segment.ok() || segment.value().paper_count() > papers_without_index_) return false;
    papers_without_index_ -= segment.value().paper_count();
    segments.push_back(std::move(segment.value()));
    return true;
  }

  const SnapshotBytes& snapshot_;
  bool checks_all_;
  std::span<const std::string_view> authors_;
  uint64_t papers_without_index_ = 0;
};

}  // namespace

Snapshot::Snapshot(Library& library) {
  library.tidy();
  library.read_late_texts(SIZE_MAX);
  using Names = SnapshotSections;
  const auto number = [&](const auto& value) {
    std::vector<uint8_t> bytes;
    ByteWriter(bytes).number(value);
    sections_.add(std::move(bytes));
  };
  sections_.begin(Names::kAnalysis);
  number(kAnalysis);
  const FacetValues& authors = library.facets().authors();
  sections_.begin(Names::kAuthors);
  sections_.add(encode_names(authors));
  sections_.begin(Names::kDigests);
  std::vector<std::string> made_texts;
  for (const auto& volume : library.volumes()) {
    std::vector<uint8_t> record;
    std::string made;
    encode_volume(*volume, library.facts_of_volume(*volume), authors, record, made);
    const std::string_view source = volume->digest().source;
    Checksum checksum;
    checksum.add(source);
    checksum.add(made);
    number(VolumeHeader{volume->content_hash, checksum.value(), static_cast<uint32_t>(record.size()),
                        static_cast<uint32_t>(source.size()), static_cast<uint32_t>(made.size()),
                        volume->is_rest ? 1u : 0u, volume->written});
    sections_.add(std::move(record));
    sections_.align();
    made_texts.push_back(std::move(made));
  }
  sections_.begin(Names::kSegments);
  for (const IndexedPapers& each : library.segments()) {
    number(uint64_t{each.segment.bytes().size()});
    sections_.add(each.segment.bytes());
    sections_.align();
  }
  sections_.begin_checked_in_parts(Names::kTexts);
  for (size_t i = 0; i < made_texts.size(); ++i) {
    // Source and made texts are one text: nothing comes between them.
    sections_.add(as_bytes(library.volumes()[i]->digest().source));
    sections_.add(std::vector<uint8_t>(made_texts[i].begin(), made_texts[i].end()));
    sections_.align();
  }
  sections_.finish();
}

size_t bytes_before_texts(ByteSpan head) {
  const Result<SectionTable> table = SectionTable::read(head, kSnapshotFormat);
  if (!table.ok()) return 0;
  SectionReader sections(table.value(), head, true);
  const Section* const texts = table.value().find(SnapshotSections::kTexts);
  return texts != nullptr && is_of_this_analysis(sections) ? static_cast<size_t>(texts->offset) : 0;
}

Result<uint32_t> open_snapshot(Library& library, SnapshotBytes snapshot, Checks checks) {
  const bool checks_all = checks == Checks::kAll;
  assert(!checks_all || !snapshot.late_texts);
  const Result<SectionTable> table = SectionTable::read(snapshot.bytes, kSnapshotFormat);
  if (!table.ok()) return table.error();
  SectionReader sections(table.value(), snapshot.bytes, true);
  if (!is_of_this_analysis(sections)) {
    if (sections.failed()) return damaged(sections.failed_at());
    return Error{ErrorCode::kOtherVersion, "the library was saved by another version of Broadsheet"};
  }
  using Names = SnapshotSections;
  const ByteSpan names = sections.required(Names::kAuthors);
  const ByteSpan digests = sections.required(Names::kDigests);
  const ByteSpan segments = sections.required(Names::kSegments);
  const ByteSpan texts = sections.checked_in_parts(Names::kTexts);
  if (sections.failed()) return damaged(sections.failed_at());
  if (table.value().size() != snapshot.bytes.size()) return damaged(0);
  const auto authors = decode_names(names, checks_all);
  if (!authors) return damaged(static_cast<size_t>(names.data() - snapshot.bytes.data()));
  SnapshotReader reader(snapshot, checks, *authors);
  std::optional<size_t> damage = reader.read_digests(digests, texts);
  if (!damage) damage = reader.read_segments(segments);
  if (damage) return damaged(*damage);
  return library.adopt(std::move(reader.volumes), std::move(reader.segments), *authors);
}

}  // namespace broadsheet
