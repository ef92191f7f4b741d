#include "core/base/sections.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "core/base/checksum.h"

namespace broadsheet {
namespace {

constexpr size_t kAlignment = 8;
constexpr std::array<uint8_t, kAlignment> kZeros{};

struct Header {
  uint32_t magic = 0;
  uint32_t version = 0;
  uint64_t checksum = 0;
  uint64_t size = 0;
  uint32_t section_count = 0;
  uint32_t unused = 0;
};
static_assert(sizeof(Header) == sizeof(Section));
constexpr size_t kCheckedFrom = offsetof(Header, size);

ByteSpan padding_after(size_t size) {
  return ByteSpan(kZeros).first((kAlignment - size % kAlignment) % kAlignment);
}

}  // namespace

bool Section::is_whole(ByteSpan bytes) const {
  return bytes.size() == size && hash_bytes(as_text(bytes)) == checksum;
}

Result<SectionTable> SectionTable::read(ByteSpan head, const SectionFormat& format) {
  ByteReader reader(head);
  const auto header = reader.number<Header>();
  if (reader.failed() || header.magic != format.magic)
    return Error{format.other_magic, "these bytes are something else"};
  if (header.version != format.version)
    return Error{format.other_version, "these bytes are of another version", offsetof(Header, version)};
  const auto damaged = [&](size_t at) {
    return Error{format.damaged, "the table of sections is damaged", at};
  };
  if (header.section_count > kMostSections) return damaged(offsetof(Header, section_count));
  const ByteSpan entries = reader.bytes(header.section_count * sizeof(Section));
  if (reader.failed() ||
      hash_bytes(as_text(head.first(reader.offset()).subspan(kCheckedFrom))) != header.checksum)
    return damaged(offsetof(Header, checksum));
  if (header.size % kAlignment != 0) return damaged(offsetof(Header, size));
  SectionTable table;
  table.size_ = header.size;
  uint64_t end = reader.offset();
  for (reader = ByteReader(entries); !reader.at_end();) {
    const size_t at = sizeof(Header) + reader.offset();
    const auto section = reader.number<Section>();
    // Each begins where the one before ends, so no two overlap.
    if (section.offset != aligned(end, kAlignment) || section.offset > header.size ||
        section.size > header.size - section.offset || table.find(section.name) != nullptr)
      return damaged(at);
    end = section.offset + section.size;
    table.sections_.push_back(section);
  }
  if (aligned(end, kAlignment) != header.size) return damaged(offsetof(Header, size));
  return table;
}

const Section* SectionTable::find(SectionName name) const {
  const auto found = std::find_if(sections_.begin(), sections_.end(),
                                  [&](const Section& section) { return section.name == name; });
  return found == sections_.end() ? nullptr : &*found;
}

ByteSpan SectionReader::bytes_of(const Section* section, bool verifies) {
  if (section == nullptr || section->offset > bytes_.size() ||
      section->size > bytes_.size() - section->offset) {
    fail(bytes_);
    return {};
  }
  const ByteSpan bytes =
      bytes_.subspan(static_cast<size_t>(section->offset), static_cast<size_t>(section->size));
  if (!verifies || section->is_whole(bytes)) return bytes;
  fail(bytes);
  return {};
}

void SectionReader::fail(ByteSpan section) {
  if (!failed_at_) failed_at_ = static_cast<size_t>(section.data() - bytes_.data());
}

ByteSpan SectionReader::required(SectionName name) { return bytes_of(table_.find(name), verifies_); }

ByteSpan SectionReader::optional(SectionName name) {
  const Section* const section = table_.find(name);
  return section == nullptr ? ByteSpan() : bytes_of(section, verifies_);
}

ByteSpan SectionReader::checked_in_parts(SectionName name) { return bytes_of(table_.find(name), false); }

void SectionWriter::begin(SectionName name, bool has_checksum) {
  assert(begun_.size() < SectionTable::kMostSections);
  pad();
  begun_.push_back({{.name = name, .offset = size_}, pieces_.size(), 0, has_checksum});
}

void SectionWriter::add(ByteSpan piece) {
  pieces_.push_back(piece);
  size_ += piece.size();
  begun_.back().section.size += piece.size();
  ++begun_.back().piece_count;
}

void SectionWriter::add(std::vector<uint8_t> piece) {
  owned_.push_back(std::make_unique<std::vector<uint8_t>>(std::move(piece)));
  add(ByteSpan(*owned_.back()));
}

void SectionWriter::align() { add(padding_after(size_)); }

void SectionWriter::pad() {
  pieces_.push_back(padding_after(size_));
  size_ += pieces_.back().size();
}

void SectionWriter::finish() {
  pad();
  const size_t head_size = sizeof(Header) + begun_.size() * sizeof(Section);
  size_ += head_size;
  std::vector<uint8_t> table;
  ByteWriter entries(table);
  for (Begun& each : begun_) {
    each.section.offset += head_size;
    if (each.has_checksum) {
      Checksum checksum;
      for (const ByteSpan piece : std::span(pieces_).subspan(each.first_piece, each.piece_count))
        checksum.add(as_text(piece));
      each.section.checksum = checksum.value();
    }
    entries.number(each.section);
  }
  Header header{.magic = format_.magic,
                .version = format_.version,
                .size = size_,
                .section_count = static_cast<uint32_t>(begun_.size())};
  auto head = std::make_unique<std::vector<uint8_t>>();
  ByteWriter writer(*head);
  writer.number(header);
  writer.bytes(table);
  header.checksum = hash_bytes(as_text(ByteSpan(*head).subspan(kCheckedFrom)));
  std::memcpy(head->data(), &header, sizeof header);
  pieces_.front() = *head;
  owned_.push_back(std::move(head));
}

std::vector<uint8_t> SectionWriter::joined() const {
  std::vector<uint8_t> bytes;
  bytes.reserve(size_);
  for (const ByteSpan piece : pieces_) bytes.insert(bytes.end(), piece.begin(), piece.end());
  return bytes;
}

}  // namespace broadsheet
