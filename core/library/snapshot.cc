#include "core/library/snapshot.h"

#include <algorithm>
#include <cstring>

#include "core/base/checksum.h"
#include "core/library/digest_codec.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kAlignment = 8;
constexpr std::array<uint8_t, kAlignment> kZeros{};

std::string_view as_text(ByteSpan bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
ByteSpan as_bytes(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

struct VolumeHeader {
  uint64_t content_hash = 0;
  uint32_t record_bytes = 0;
  uint32_t source_bytes = 0;
  uint32_t made_bytes = 0;
  uint32_t unused = 0;
};

Error damaged(size_t offset) { return Error{"bad_snapshot", "the saved library is damaged", offset}; }

}  // namespace

void Snapshot::add(ByteSpan piece) {
  pieces_.push_back(piece);
  size_ += piece.size();
  const size_t padding = (kAlignment - size_ % kAlignment) % kAlignment;
  if (padding == 0) return;
  pieces_.push_back(ByteSpan(kZeros).first(padding));
  size_ += padding;
}

void Snapshot::add_owned(std::vector<uint8_t> bytes) {
  owned_.push_back(std::make_unique<std::vector<uint8_t>>(std::move(bytes)));
  add(*owned_.back());
}

Snapshot::Snapshot(Library& library) {
  library.commit();
  add_owned(std::vector<uint8_t>(sizeof(SnapshotHeader)));
  for (const auto& volume : library.volumes()) {
    std::vector<uint8_t> record;
    std::string made;
    encode_volume(*volume, library.facts_of_volume(*volume), record, made);
    const std::string_view source = volume->digest.source;
    VolumeHeader header{volume->content_hash, static_cast<uint32_t>(record.size()),
                        static_cast<uint32_t>(source.size()), static_cast<uint32_t>(made.size())};
    std::vector<uint8_t> head;
    ByteWriter writer(head);
    writer.number(header);
    writer.bytes(record);
    add_owned(std::move(head));
    // Source and made texts are one text: nothing stands between them.
    pieces_.push_back(as_bytes(source));
    size_ += source.size();
    add_owned({made.begin(), made.end()});
  }
  for (const IndexedPapers& each : library.segments()) {
    std::vector<uint8_t> head;
    ByteWriter(head).number(uint64_t{each.segment.bytes().size()});
    add_owned(std::move(head));
    add(each.segment.bytes());
  }
  SnapshotHeader header;
  header.size = size_;
  header.digest_count = static_cast<uint32_t>(library.volumes().size());
  header.segment_count = static_cast<uint32_t>(library.segments().size());
  Checksum checksum;
  for (size_t i = 1; i < pieces_.size(); ++i) checksum.add(as_text(pieces_[i]));
  header.checksum = checksum.value();
  std::memcpy(owned_.front()->data(), &header, sizeof header);
}

Result<uint32_t> open_snapshot(Library& library, ByteSpan bytes, std::shared_ptr<const void> owner) {
  ByteReader reader(bytes);
  const auto header = reader.number<SnapshotHeader>();
  if (reader.failed() || header.magic != kSnapshotMagic)
    return Error{"not_a_snapshot", "this is no saved library"};
  if (header.version != kSnapshotVersion)
    return Error{"other_version", "the library was saved by another version of Broadsheet"};
  if (header.size != bytes.size() || header.checksum != hash_bytes(as_text(bytes.subspan(reader.offset()))))
    return damaged(0);
  std::vector<DecodedVolume> volumes;
  uint64_t paper_count = 0;
  for (uint32_t i = 0; i < header.digest_count; ++i) {
    const auto each = reader.number<VolumeHeader>();
    const ByteSpan record = reader.bytes(each.record_bytes);
    reader.align(kAlignment);
    const ByteSpan text = reader.bytes(size_t{each.source_bytes} + each.made_bytes);
    reader.align(kAlignment);
    if (reader.failed() || !is_utf8(as_text(text))) return damaged(reader.offset());
    Result<DecodedVolume> volume = decode_volume(record, as_text(text), each.source_bytes, owner);
    if (!volume.ok()) return damaged(reader.offset());
    volume.value().volume->content_hash = each.content_hash;
    paper_count += volume.value().facts.size();
    volumes.push_back(std::move(volume.value()));
  }
  std::vector<Segment> segments;
  for (uint32_t i = 0; i < header.segment_count; ++i) {
    const auto size = reader.number<uint64_t>();
    const ByteSpan part =
        size > reader.left() ? reader.bytes(SIZE_MAX) : reader.bytes(static_cast<size_t>(size));
    if (reader.failed()) return damaged(reader.offset());
    Result<Segment> segment = Segment::open(part, owner);
    reader.align(kAlignment);
    if (!segment.ok()) return damaged(reader.offset());
    if (segment.value().paper_count() > paper_count) return damaged(reader.offset());
    paper_count -= segment.value().paper_count();
    segments.push_back(std::move(segment.value()));
  }
  if (paper_count != 0 || reader.failed() || !reader.at_end()) return damaged(reader.offset());
  return library.adopt(std::move(volumes), std::move(segments));
}

}  // namespace broadsheet
