#include "core/library/snapshot.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <optional>

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
  uint64_t text_checksum = 0;
  uint32_t record_bytes = 0;
  uint32_t source_bytes = 0;
  uint32_t made_bytes = 0;
  uint32_t unused = 0;

  uint64_t text_bytes() const { return uint64_t{source_bytes} + made_bytes; }
};

constexpr uint64_t aligned(uint64_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

std::vector<uint8_t> encode_names(const FacetValues& values) {
  std::vector<uint8_t> bytes;
  ByteWriter writer(bytes);
  for (FacetId id = 0; id < values.size(); ++id) writer.text(values.value(id));
  return bytes;
}

std::optional<std::vector<std::string_view>> decode_names(ByteSpan bytes, uint32_t count, bool checks_texts) {
  if (count > bytes.size()) return std::nullopt;
  std::vector<std::string_view> names;
  names.reserve(count);
  ByteReader reader(bytes);
  for (uint32_t i = 0; i < count; ++i) {
    names.push_back(reader.text());
    if (checks_texts && !is_utf8(names.back())) return std::nullopt;
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return names;
}

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
  library.tidy();
  library.read_late_texts(SIZE_MAX);
  add_owned(std::vector<uint8_t>(sizeof(SnapshotHeader)));
  const FacetValues& authors = library.facets().authors();
  add_owned(encode_names(authors));
  SnapshotHeader header;
  header.author_count = authors.size();
  header.author_bytes = static_cast<uint32_t>(owned_.back()->size());
  std::vector<std::string> made_texts;
  for (const auto& volume : library.volumes()) {
    std::vector<uint8_t> record;
    std::string made;
    encode_volume(*volume, library.facts_of_volume(*volume), authors, record, made);
    const std::string_view source = volume->digest.source;
    Checksum checksum;
    checksum.add(source);
    checksum.add(made);
    const VolumeHeader volume_header{
        volume->content_hash, checksum.value(), static_cast<uint32_t>(record.size()),
        static_cast<uint32_t>(source.size()), static_cast<uint32_t>(made.size())};
    std::vector<uint8_t> head;
    ByteWriter writer(head);
    writer.number(volume_header);
    writer.bytes(record);
    add_owned(std::move(head));
    made_texts.push_back(std::move(made));
  }
  for (const IndexedPapers& each : library.segments()) {
    std::vector<uint8_t> head;
    ByteWriter(head).number(uint64_t{each.segment.bytes().size()});
    add_owned(std::move(head));
    add(each.segment.bytes());
  }
  Checksum checksum;
  for (size_t i = 1; i < pieces_.size(); ++i) checksum.add(as_text(pieces_[i]));
  header.checksum = checksum.value();
  header.texts = size_;
  for (size_t i = 0; i < made_texts.size(); ++i) {
    // Source and made texts are one text: nothing stands between them.
    const std::string_view source = library.volumes()[i]->digest.source;
    pieces_.push_back(as_bytes(source));
    size_ += source.size();
    add_owned({made_texts[i].begin(), made_texts[i].end()});
  }
  header.size = size_;
  header.digest_count = static_cast<uint32_t>(library.volumes().size());
  header.segment_count = static_cast<uint32_t>(library.segments().size());
  std::memcpy(owned_.front()->data(), &header, sizeof header);
}

size_t bytes_before_texts(ByteSpan bytes) {
  ByteReader reader(bytes);
  const auto header = reader.number<SnapshotHeader>();
  const bool is_known =
      !reader.failed() && header.magic == kSnapshotMagic && header.version == kSnapshotVersion;
  return is_known && header.texts <= header.size ? static_cast<size_t>(header.texts) : 0;
}

Result<uint32_t> open_snapshot(Library& library, SnapshotBytes snapshot, Checks checks) {
  const bool checks_all = checks == Checks::kAll;
  assert(!checks_all || !snapshot.late_texts);
  ByteReader reader(snapshot.bytes);
  const auto header = reader.number<SnapshotHeader>();
  if (reader.failed() || header.magic != kSnapshotMagic)
    return Error{"not_a_snapshot", "this is no saved library"};
  if (header.version != kSnapshotVersion)
    return Error{"other_version", "the library was saved by another version of Broadsheet"};
  if (header.size != snapshot.bytes.size() || header.texts > header.size || header.texts < sizeof header)
    return damaged(0);
  const auto texts_at = static_cast<size_t>(header.texts);
  reader = ByteReader(ByteSpan(snapshot.bytes).first(texts_at));
  reader.bytes(sizeof header);
  if (header.checksum != hash_bytes(as_text(ByteSpan(snapshot.bytes).subspan(sizeof header, reader.left()))))
    return damaged(0);
  const auto authors = decode_names(reader.bytes(header.author_bytes), header.author_count, checks_all);
  reader.align(kAlignment);
  if (!authors) return damaged(reader.offset());
  std::vector<DecodedVolume> volumes;
  uint64_t paper_count = 0;
  size_t text_at = texts_at;
  for (uint32_t i = 0; i < header.digest_count; ++i) {
    const auto each = reader.number<VolumeHeader>();
    const ByteSpan record = reader.bytes(each.record_bytes);
    reader.align(kAlignment);
    if (reader.failed() || aligned(each.text_bytes()) > snapshot.bytes.size() - text_at)
      return damaged(reader.offset());
    const std::span<uint8_t> text = snapshot.bytes.subspan(text_at, static_cast<size_t>(each.text_bytes()));
    if (!snapshot.late_texts && hash_bytes(as_text(text)) != each.text_checksum) return damaged(text_at);
    if (checks_all && !is_utf8(as_text(text))) return damaged(text_at);
    Result<DecodedVolume> decoded =
        decode_volume(record, as_text(text), each.source_bytes, *authors, snapshot.owner, checks_all);
    if (!decoded.ok()) return damaged(reader.offset());
    Volume& volume = *decoded.value().volume;
    volume.content_hash = each.content_hash;
    if (snapshot.late_texts) volume.late_text.emplace(snapshot.late_texts, text_at, text, each.text_checksum);
    text_at += static_cast<size_t>(aligned(text.size()));
    paper_count += decoded.value().facts.size();
    volumes.push_back(std::move(decoded.value()));
  }
  std::vector<Segment> segments;
  for (uint32_t i = 0; i < header.segment_count; ++i) {
    const auto size = reader.number<uint64_t>();
    const ByteSpan part =
        size > reader.left() ? reader.bytes(SIZE_MAX) : reader.bytes(static_cast<size_t>(size));
    if (reader.failed()) return damaged(reader.offset());
    Result<Segment> segment =
        checks_all ? Segment::open(part, snapshot.owner) : Segment::adopt(part, snapshot.owner);
    reader.align(kAlignment);
    if (!segment.ok()) return damaged(reader.offset());
    if (segment.value().paper_count() > paper_count) return damaged(reader.offset());
    paper_count -= segment.value().paper_count();
    segments.push_back(std::move(segment.value()));
  }
  if (paper_count != 0 || reader.failed() || !reader.at_end() || text_at != snapshot.bytes.size())
    return damaged(reader.offset());
  return library.adopt(std::move(volumes), std::move(segments), *authors);
}

}  // namespace broadsheet
