#include "core/index/segment_writer.h"

#include <algorithm>
#include <memory>

#include "core/base/order.h"
#include "core/text/stemmer.h"

namespace broadsheet {
namespace {

template <typename T>
ByteSpan bytes_of(const T& values) {
  return {reinterpret_cast<const uint8_t*>(values.data()), values.size() * sizeof(*values.data())};
}

}  // namespace

void SegmentWriter::add_term(std::string_view term, std::span<const Posting> postings) {
  term_bytes_.append(term);
  term_offsets_.push_back(static_cast<uint32_t>(term_bytes_.size()));
  const size_t begin = list_offsets_.back();
  const size_t most = begin + most_posting_bytes(postings.size(), paper_count_);
  if (most > postings_.size()) postings_.resize(std::max(most, postings_.size() * 2));
  const uint8_t* const end = write_postings(postings, paper_count_, postings_.data() + begin);
  list_offsets_.push_back(static_cast<uint32_t>(end - postings_.data()));
}

SegmentWriter::StemGroups SegmentWriter::group_by_stem() const {
  struct Stemmed {
    uint64_t key;  // decides most comparisons
    uint32_t stem_begin;
    uint32_t stem_size;
    TermId term;
  };
  std::string stems;
  std::vector<Stemmed> stemmed;
  Stemmer stemmer;
  for (TermId id = 0; id + 1 < term_offsets_.size(); ++id) {
    const std::string_view stem = stemmer.stem(term(id));
    if (stem == term(id) || stem.empty()) continue;
    stemmed.push_back(
        {leading_bytes(stem), static_cast<uint32_t>(stems.size()), static_cast<uint32_t>(stem.size()), id});
    stems.append(stem);
  }
  const auto stem_of = [&](const Stemmed& s) {
    return std::string_view(stems).substr(s.stem_begin, s.stem_size);
  };
  put_in_order(stemmed, [&](const Stemmed& a, const Stemmed& b) {
    return a.key != b.key ? a.key < b.key : stem_of(a) < stem_of(b);
  });
  StemGroups groups;
  TermId next = 0;  // terms and stems are in the same order
  for (size_t i = 0; i < stemmed.size();) {
    const std::string_view stem = stem_of(stemmed[i]);
    while (next + 1 < term_offsets_.size() && term(next) < stem) ++next;
    const bool stem_is_term =
        next + 1 < term_offsets_.size() && term(next) == stem && stemmer.stem(stem) == stem;
    const auto first = static_cast<std::ptrdiff_t>(groups.members.size());
    if (stem_is_term) groups.members.push_back(next);
    for (; i < stemmed.size() && stem_of(stemmed[i]) == stem; ++i) groups.members.push_back(stemmed[i].term);
    std::sort(groups.members.begin() + first, groups.members.end());
    groups.bytes.append(stem);
    groups.offsets.push_back(static_cast<uint32_t>(groups.bytes.size()));
    groups.member_offsets.push_back(static_cast<uint32_t>(groups.members.size()));
  }
  return groups;
}

Segment SegmentWriter::finish(std::span<const uint8_t> lengths, uint64_t total_length,
                              std::span<const CountedOccurrence> occurrences) {
  const StemGroups groups = group_by_stem();
  SectionWriter sections(kSegmentFormat);
  const auto add = [&](SectionName name, ByteSpan section) {
    sections.begin(name);
    sections.add(section);
  };
  using Names = SegmentSections;
  add(Names::kTotalLength, bytes_of(std::span(&total_length, 1)));
  add(Names::kTermOffsets, bytes_of(term_offsets_));
  add(Names::kListOffsets, bytes_of(list_offsets_));
  add(Names::kStemOffsets, bytes_of(groups.offsets));
  add(Names::kMemberOffsets, bytes_of(groups.member_offsets));
  add(Names::kMembers, bytes_of(groups.members));
  add(Names::kOccurrences, bytes_of(occurrences));
  add(Names::kLengths, bytes_of(lengths));
  add(Names::kTerms, bytes_of(term_bytes_));
  add(Names::kStems, bytes_of(groups.bytes));
  add(Names::kPostings, bytes_of(postings_).first(list_offsets_.back()));
  sections.finish();
  const auto bytes = std::make_shared<std::vector<uint8_t>>(sections.joined());
  *this = SegmentWriter(0);
  return Segment::adopt(*bytes, bytes);
}

std::vector<CountedOccurrence> sorted_by_count(const OccurrenceTable& table,
                                               std::vector<OccurrenceId>& places) {
  places = table.places_by_count();
  std::vector<CountedOccurrence> sorted(places.size());
  for (size_t i = 0; i < places.size(); ++i) sorted[places[i]] = table.all()[i];
  return sorted;
}

}  // namespace broadsheet
