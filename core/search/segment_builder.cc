#include <algorithm>
#include <cstring>
#include <limits>

#include "core/search/segment.h"
#include "core/search/terms.h"

namespace broadsheet {
namespace {

constexpr size_t kFirstTableSize = 1 << 12;
constexpr uint16_t kMaxCount = std::numeric_limits<uint16_t>::max();

void count_up(uint16_t& count) {
  if (count < kMaxCount) ++count;
}

// FNV-1a over eight bytes at a time, then mixed: terms are short, and the table needs only the low bits.
uint32_t hash_of(std::string_view term) {
  uint64_t hash = 0xCBF29CE484222325ULL ^ term.size();
  const char* data = term.data();
  size_t size = term.size();
  for (; size >= 8; data += 8, size -= 8) {
    uint64_t word;
    std::memcpy(&word, data, 8);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  uint64_t tail = 0;
  std::memcpy(&tail, data, size);
  hash = (hash ^ tail) * 0x9E3779B97F4A7C15ULL;
  return static_cast<uint32_t>(hash >> 32);
}

uint64_t leading_bytes(std::string_view term) {
  uint64_t number = 0;
  for (size_t i = 0; i < 8; ++i) {
    number = number << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return number;
}

}  // namespace

SegmentBuilder::SegmentBuilder() : table_(kFirstTableSize, 0) {}

void SegmentBuilder::grow_table() {
  table_.assign(table_.size() * 2, 0);
  const size_t mask = table_.size() - 1;
  for (uint32_t i = 0; i < terms_.size(); ++i) {
    size_t slot = terms_[i].hash & mask;
    while (table_[slot] != 0) slot = (slot + 1) & mask;
    table_[slot] = i + 1;
  }
}

uint32_t SegmentBuilder::intern(std::string_view term) {
  const uint32_t hash = hash_of(term);
  const size_t mask = table_.size() - 1;
  size_t slot = hash & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    const Term& known = terms_[table_[slot] - 1];
    if (known.hash == hash && known.size == term.size() &&
        std::memcmp(term_bytes_.data() + known.offset, term.data(), term.size()) == 0) {
      return table_[slot] - 1;
    }
  }
  const auto index = static_cast<uint32_t>(terms_.size());
  terms_.push_back(
      {static_cast<uint32_t>(term_bytes_.size()), static_cast<uint32_t>(term.size()), hash, 0, 0, 0, 0});
  term_bytes_.append(term);
  table_[slot] = index + 1;
  if (terms_.size() * 2 > table_.size()) grow_table();
  return index;
}

void SegmentBuilder::add(const Paper& paper) {
  const auto paper_number = static_cast<uint32_t>(lengths_.size());
  FieldLengths& lengths = lengths_.emplace_back();
  for_each_text(paper, [&](SearchField search_field, std::string_view text) {
    const auto field = static_cast<size_t>(search_field);
    for_each_term(text, [&](std::string_view bytes) {
      const uint32_t index = intern(bytes);
      Term& term = terms_[index];
      if (term.seen_in != paper_number + 1) {
        term.seen_in = paper_number + 1;
        term.slot = static_cast<uint32_t>(paper_terms_.size());
        paper_terms_.push_back(index);
        frequencies_.emplace_back();
      }
      count_up(frequencies_[term.slot][field]);
      count_up(lengths[field]);
    });
  });
  post_terms_of_paper(paper_number);
}

void SegmentBuilder::post_terms_of_paper(uint32_t paper) {
  for (size_t i = 0; i < paper_terms_.size(); ++i) {
    Term& term = terms_[paper_terms_[i]];
    const size_t begin = stream_.size();
    append_posting(paper - term.next_delta_from, frequencies_[i], stream_);
    term.next_delta_from = paper;
    term.posting_bytes += static_cast<uint32_t>(stream_.size() - begin);
    stream_heads_.emplace_back(paper_terms_[i], static_cast<uint32_t>(stream_.size()));
  }
  paper_terms_.clear();
  frequencies_.clear();
}

Segment SegmentBuilder::seal() {
  Segment segment;
  const auto text_of = [&](const Term& term) {
    return std::string_view(term_bytes_).substr(term.offset, term.size);
  };
  // Most comparisons end within the first eight bytes, read as one big-endian number.
  std::vector<std::pair<uint64_t, uint32_t>> sorted;
  sorted.reserve(terms_.size());
  for (uint32_t i = 0; i < terms_.size(); ++i) sorted.emplace_back(leading_bytes(text_of(terms_[i])), i);
  std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : text_of(terms_[a.second]) < text_of(terms_[b.second]);
  });

  std::vector<uint32_t> write_at(terms_.size());
  uint32_t posting_bytes = 0;
  segment.term_bytes_.reserve(term_bytes_.size());
  segment.term_offsets_.reserve(terms_.size() + 1);
  segment.posting_offsets_.reserve(terms_.size() + 1);
  for (const auto& [key, index] : sorted) {
    segment.term_bytes_.append(text_of(terms_[index]));
    segment.term_offsets_.push_back(static_cast<uint32_t>(segment.term_bytes_.size()));
    write_at[index] = posting_bytes;
    posting_bytes += terms_[index].posting_bytes;
    segment.posting_offsets_.push_back(posting_bytes);
  }
  segment.postings_.resize(posting_bytes);
  uint32_t begin = 0;
  for (const auto& [index, end] : stream_heads_) {
    for (; begin < end; ++begin) segment.postings_[write_at[index]++] = stream_[begin];  // two or three bytes
  }
  segment.lengths_ = std::move(lengths_);
  index_stems(segment);
  *this = SegmentBuilder();
  return segment;
}

void SegmentBuilder::index_stems(Segment& segment) const {
  Stemmer stemmer;
  for (TermId id = 0; id < segment.term_count(); ++id) {
    const std::string_view term = segment.term(id);
    const std::string_view stem = stemmer.stem(term);
    if (stem == term) continue;
    segment.stem_groups_.push_back(
        {static_cast<uint32_t>(segment.stem_bytes_.size()), static_cast<uint32_t>(stem.size()), id});
    segment.stem_bytes_.append(stem);
  }
  const auto stem_of = [&](const Segment::StemGroupEntry& entry) {
    return std::string_view(segment.stem_bytes_).substr(entry.stem_offset, entry.stem_size);
  };
  std::stable_sort(segment.stem_groups_.begin(), segment.stem_groups_.end(),
                   [&](const auto& a, const auto& b) { return stem_of(a) < stem_of(b); });
}

}  // namespace broadsheet
