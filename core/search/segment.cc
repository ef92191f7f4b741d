#include "core/search/segment.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "core/base/hot.h"

namespace broadsheet {
namespace {

// The next `count` values of an aligned section, as they lie there.
template <typename T>
std::span<const T> take(ByteReader& reader, size_t count) {
  reader.align(8);
  const ByteSpan bytes =
      count > reader.left() / sizeof(T) ? reader.bytes(SIZE_MAX) : reader.bytes(count * sizeof(T));
  if (reader.failed()) return {};
  return {reinterpret_cast<const T*>(bytes.data()), count};
}

// Whether the offsets of a list of texts or lists ascend from 0 to `end`.
bool are_offsets(std::span<const uint32_t> offsets, uint32_t end) {
  return offsets.front() == 0 && offsets.back() == end && std::is_sorted(offsets.begin(), offsets.end());
}

// Whether the first differing byte of two texts is smaller in `a`, or `a` begins `b`. Cost: eight bytes a
// step.
bool is_before(std::string_view a, std::string_view b) {
  const size_t common = std::min(a.size(), b.size());
  size_t i = 0;
  for (; i + sizeof(uint64_t) <= common; i += sizeof(uint64_t)) {
    uint64_t x;
    uint64_t y;
    std::memcpy(&x, a.data() + i, sizeof x);
    std::memcpy(&y, b.data() + i, sizeof y);
    if (x != y) break;
  }
  for (; i < common; ++i) {
    if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]);
  }
  return a.size() < b.size();
}

constexpr size_t kTextsAtOnce = 1024;

BROADSHEET_HOT bool are_sorted_texts(std::span<const uint32_t> offsets, const char* bytes) {
  std::string_view last;
  for (size_t i = 0; i + 1 < offsets.size(); ++i) {
    const std::string_view text(bytes + offsets[i], offsets[i + 1] - offsets[i]);
    if (text.empty() || text.size() > 255 || !is_before(last, text)) return false;
    last = text;
  }
  return true;
}

bool are_all_sorted_texts(std::span<const uint32_t> offsets, const char* bytes) {
  // Each step begins with the last text of the one before.
  for (size_t first = 0; first + 1 < offsets.size(); first += kTextsAtOnce) {
    const size_t end = std::min(offsets.size(), first + kTextsAtOnce + 2);
    if (!are_sorted_texts(offsets.subspan(first, end - first), bytes)) return false;
  }
  return true;
}

}  // namespace

Result<Segment> Segment::open(ByteSpan bytes, std::shared_ptr<const void> owner) {
  Segment segment;
  segment.owner_ = std::move(owner);
  segment.bytes_ = bytes;
  ByteReader reader(bytes);
  if (!segment.read_sections(reader) || !segment.is_valid())
    return Error{"bad_segment", "the index is damaged", reader.offset()};
  segment.derive();
  return segment;
}

Segment Segment::adopt(ByteSpan bytes, std::shared_ptr<const void> owner) {
  Segment segment;
  segment.owner_ = std::move(owner);
  segment.bytes_ = bytes;
  ByteReader reader(bytes);
  [[maybe_unused]] const bool read = segment.read_sections(reader);
  assert(read);
  segment.derive();
  return segment;
}

void Segment::derive() {
  terms_ = SortedTexts(term_offsets_, reinterpret_cast<const char*>(terms_bytes_));
  stems_ = SortedTexts(stem_offsets_, reinterpret_cast<const char*>(stems_bytes_));
  weights_.reserve(occurrences_.size());
  fields_.reserve(occurrences_.size());
  for (const CountedOccurrence& each : occurrences_) {
    weights_.push_back(each.occurrence.weight_in(kAllFields));
    fields_.push_back(each.occurrence.fields());
  }
}

bool Segment::read_sections(ByteReader& reader) {
  header_ = reader.number<SegmentHeader>();
  if (reader.failed() || header_.magic != kSegmentMagic || header_.term_count == UINT32_MAX ||
      header_.group_count == UINT32_MAX)
    return false;
  term_offsets_ = take<uint32_t>(reader, size_t{header_.term_count} + 1);
  posting_offsets_ = take<uint32_t>(reader, size_t{header_.term_count} + 1);
  stem_offsets_ = take<uint32_t>(reader, size_t{header_.group_count} + 1);
  member_offsets_ = take<uint32_t>(reader, size_t{header_.group_count} + 1);
  members_ = take<TermId>(reader, header_.member_count);
  occurrences_ = take<CountedOccurrence>(reader, header_.occurrence_count);
  length_codes_ = take<uint8_t>(reader, header_.paper_count);
  terms_bytes_ = take<uint8_t>(reader, header_.term_bytes).data();
  stems_bytes_ = take<uint8_t>(reader, header_.stem_bytes).data();
  postings_ = take<uint8_t>(reader, header_.posting_bytes).data();
  reader.align(8);
  return !reader.failed() && reader.at_end();
}

bool Segment::is_valid() const {
  const SegmentHeader& h = header_;
  if (!are_offsets(term_offsets_, h.term_bytes) || !are_offsets(posting_offsets_, h.posting_bytes) ||
      !are_offsets(stem_offsets_, h.stem_bytes) || !are_offsets(member_offsets_, h.member_count))
    return false;
  if (!are_all_sorted_texts(term_offsets_, reinterpret_cast<const char*>(terms_bytes_)) ||
      !are_all_sorted_texts(stem_offsets_, reinterpret_cast<const char*>(stems_bytes_)))
    return false;
  if (std::any_of(members_.begin(), members_.end(), [&](TermId id) { return id >= h.term_count; }))
    return false;
  if (h.occurrence_count > 0x10000) return false;
  for (size_t i = 0; i < h.term_count; ++i) {
    const ByteSpan list(postings_ + posting_offsets_[i], posting_offsets_[i + 1] - posting_offsets_[i]);
    if (!are_valid_postings(list, h.paper_count, h.occurrence_count)) return false;
  }
  return true;
}

std::optional<TermId> Segment::find_term(std::string_view wanted) const {
  const TermId id = terms_.lower_bound(wanted);
  if (id < term_count() && terms_[id] == wanted) return id;
  return std::nullopt;
}

std::span<const TermId> Segment::terms_of_stem(std::string_view stem) const {
  const uint32_t group = stems_.lower_bound(stem);
  if (group == stems_.size() || stems_[group] != stem) return {};
  return members_.subspan(member_offsets_[group], member_offsets_[group + 1] - member_offsets_[group]);
}

size_t Segment::byte_count() const {
  return bytes_.size() + terms_.derived_byte_count() + stems_.derived_byte_count() +
         weights_.capacity() * sizeof(float) + fields_.capacity() * sizeof(FieldMask);
}

}  // namespace broadsheet
