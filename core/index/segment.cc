#include "core/index/segment.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <functional>

#include "core/base/hot.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

const char* as_chars(ByteSpan bytes) { return reinterpret_cast<const char*>(bytes.data()); }

// Whether the offsets of a list of texts or lists ascend from 0 to `end`.
bool are_offsets(std::span<const uint32_t> offsets, size_t end) {
  return offsets.front() == 0 && offsets.back() == end && std::is_sorted(offsets.begin(), offsets.end());
}

// Whether `a` sorts before `b`: its first differing byte is smaller, or `b` begins with it. Compares eight
// bytes at a time.
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

// Whether all texts are UTF-8. Requires: are_offsets().
bool are_utf8(std::span<const uint32_t> offsets, const char* bytes) {
  const std::string_view all(bytes, offsets.back());
  return is_utf8(all) && std::none_of(offsets.begin(), offsets.end(), [&](uint32_t at) {
           return at < all.size() && is_continuation_byte(all[at]);
         });
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
  // Each step starts with the previous one's last text.
  for (size_t first = 0; first + 1 < offsets.size(); first += kTextsAtOnce) {
    const size_t end = std::min(offsets.size(), first + kTextsAtOnce + 2);
    if (!are_sorted_texts(offsets.subspan(first, end - first), bytes)) return false;
  }
  return true;
}

}  // namespace

Result<Segment> Segment::open(ByteSpan bytes, std::shared_ptr<const void> owner) {
  Result<Segment> segment = read(bytes, std::move(owner), true);
  if (!segment.ok()) return segment;
  if (!segment.value().is_valid()) return Error{kSegmentFormat.damaged, "the index is damaged"};
  segment.value().derive();
  return segment;
}

Segment Segment::adopt(ByteSpan bytes, std::shared_ptr<const void> owner) {
  Result<Segment> segment = read(bytes, std::move(owner), false);
  assert(segment.ok());
  segment.value().derive();
  return std::move(segment.value());
}

Result<Segment> Segment::read(ByteSpan bytes, std::shared_ptr<const void> owner, bool verifies) {
  const Result<SectionTable> table = SectionTable::read(bytes, kSegmentFormat);
  if (!table.ok()) return table.error();
  SectionReader sections(table.value(), bytes, verifies);
  using Names = SegmentSections;
  Segment segment;
  segment.owner_ = std::move(owner);
  segment.bytes_ = bytes;
  segment.term_offsets_ = sections.array<uint32_t>(Names::kTermOffsets);
  segment.list_offsets_ = sections.array<uint32_t>(Names::kListOffsets);
  segment.stem_offsets_ = sections.array<uint32_t>(Names::kStemOffsets);
  segment.member_offsets_ = sections.array<uint32_t>(Names::kMemberOffsets);
  segment.members_ = sections.array<TermId>(Names::kMembers);
  segment.occurrences_ = sections.array<CountedOccurrence>(Names::kOccurrences);
  segment.length_codes_ = sections.array<uint8_t>(Names::kLengths);
  segment.term_bytes_ = sections.required(Names::kTerms);
  segment.stem_bytes_ = sections.required(Names::kStems);
  segment.postings_ = sections.required(Names::kPostings);
  const auto total_length = sections.array<uint64_t>(Names::kTotalLength);
  if (sections.failed())
    return Error{kSegmentFormat.damaged, "a section of the index is missing or damaged",
                 sections.failed_at()};
  if (table.value().size() != bytes.size() || bytes.size() > UINT32_MAX || total_length.size() != 1 ||
      segment.term_offsets_.empty() || segment.term_offsets_.size() != segment.list_offsets_.size() ||
      segment.stem_offsets_.empty() || segment.stem_offsets_.size() != segment.member_offsets_.size())
    return Error{kSegmentFormat.damaged, "the index is damaged"};
  segment.total_length_ = total_length.front();
  return segment;
}

void Segment::derive() {
  weights_.reserve(occurrences_.size());
  fields_.reserve(occurrences_.size());
  for (const CountedOccurrence& each : occurrences_) {
    weights_.push_back(each.occurrence.weight_in(kAllFields));
    fields_.push_back(each.occurrence.fields());
  }
  terms_ = SortedTexts(term_offsets_, as_chars(term_bytes_));
  stems_ = SortedTexts(stem_offsets_, as_chars(stem_bytes_));
}

bool Segment::is_valid() const {
  if (!are_offsets(term_offsets_, term_bytes_.size()) || !are_offsets(list_offsets_, postings_.size()) ||
      !are_offsets(stem_offsets_, stem_bytes_.size()) || !are_offsets(member_offsets_, members_.size()))
    return false;
  if (!are_all_sorted_texts(term_offsets_, as_chars(term_bytes_)) ||
      !are_all_sorted_texts(stem_offsets_, as_chars(stem_bytes_)) ||
      !are_utf8(term_offsets_, as_chars(term_bytes_)) || !are_utf8(stem_offsets_, as_chars(stem_bytes_)))
    return false;
  const size_t terms = term_offsets_.size() - 1;
  for (size_t group = 0; group + 1 < stem_offsets_.size(); ++group) {
    const auto members = terms_of_group(static_cast<uint32_t>(group));
    // Ascending without repeats: a query's term has as many expansions as its group has members.
    if (std::adjacent_find(members.begin(), members.end(), std::greater_equal<>()) != members.end() ||
        (!members.empty() && members.back() >= terms))
      return false;
  }
  if (occurrences_.size() > 0x10000) return false;
  for (TermId id = 0; id < terms; ++id) {
    const auto [begin, size] = list_range(id);
    if (!are_valid_postings(postings_.subspan(begin, size), paper_count(), occurrences_.size())) return false;
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
  return terms_of_group(group);
}

std::span<const TermId> Segment::terms_of_group(uint32_t group) const {
  return members_.subspan(member_offsets_[group], member_offsets_[group + 1] - member_offsets_[group]);
}

size_t Segment::byte_count() const {
  return bytes_.size() + terms_.derived_byte_count() + stems_.derived_byte_count() +
         weights_.capacity() * sizeof(float) + fields_.capacity() * sizeof(FieldMask);
}

}  // namespace broadsheet
