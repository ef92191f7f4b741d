// postings.h: the bytes of a posting list: the papers that hold a term, ascending, each with its occurrence.
//
//   varint   document frequency * 4 + (exceptions follow) * 2 + dense
//   if exceptions follow: varint their size in bytes, then for each varint(places since the last one),
//            varint(occurrence - 255)
//   bytes    the occurrence of each paper; 255: it is an exception
//   sparse:  varint of the first paper, then of the papers skipped before each next one
//   dense:   a bit for each paper of the segment, in words of 64 bits
//
// A list is dense if it has more than one paper in 20. From one in eight on, bits are smaller than varints,
// and without them stop words would be half of the index. Between the two limits bits are larger, but a query
// reads them a word at a time. Measured on 60,000 invented papers against a limit of one in 16: the index
// grows from 0.489 to 0.496 bytes per byte of text, and queries take 0.97 to 0.99 of the time. With one in
// 24: 0.505 bytes. Every sparse list is short, so lists are always decoded whole, and there are no skip
// pointers.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "core/base/bits.h"
#include "core/base/byte_io.h"
#include "core/base/ranked_bits.h"
#include "core/index/occurrence.h"

namespace broadsheet {

inline constexpr uint32_t kDenseOneIn = 20;
inline constexpr uint8_t kExceptionCode = 255;

struct Posting {
  uint32_t paper = 0;
  OccurrenceId occurrence = 0;
  bool operator==(const Posting&) const = default;
};

// The most bytes that a list of `size` postings can take.
size_t most_posting_bytes(size_t size, uint32_t paper_count);

// Writes a list to `to`, which has room for most_posting_bytes(). Returns the list's end. Requires: not
// empty; papers ascending, < paper_count. Cost: O(postings).
uint8_t* write_postings(std::span<const Posting> postings, uint32_t paper_count, uint8_t* to);

// Whether `bytes` are exactly one list as write_postings writes it. Cost: O(postings).
bool are_valid_postings(ByteSpan bytes, uint32_t paper_count, size_t occurrence_count);

// A view of a valid list.
class PostingList {
 public:
  PostingList(const uint8_t* list, uint32_t paper_count) : paper_count_(paper_count) {
    const uint32_t head = read_varint(list);
    size_ = head >> 2;
    dense_ = (head & 1) != 0;
    const uint32_t exception_bytes = (head & 2) != 0 ? read_varint(list) : 0;
    exceptions_ = list;
    codes_ = exceptions_ + exception_bytes;
    papers_ = codes_ + size_;
  }

  uint32_t document_frequency() const { return size_; }

  // Sets the bit of each paper. Requires: papers.size() is the segment's paper count. Cost: O(postings).
  void add_to(Bits& papers) const;

  // Keeps those of `papers` that are in the list. `scratch` has the same size.
  // Cost: O(postings + papers / 64).
  void keep_in(Bits& papers, Bits& scratch) const;

  // Calls visit(paper, occurrence id) for every paper of the list, ascending.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    Exceptions exceptions(*this);
    uint32_t place = 0;
    const auto tell = [&](uint32_t paper) {
      const uint8_t code = codes_[place];
      visit(paper, code == kExceptionCode ? exceptions.at(place) : OccurrenceId{code});
      ++place;
    };
    if (dense_) {
      for (size_t i = 0; i < (paper_count_ + 63) / 64; ++i) {
        for (uint64_t bits = word(i); bits != 0; bits &= bits - 1)
          tell(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(bits)));
      }
      return;
    }
    const uint8_t* cursor = papers_;
    for (uint32_t paper = 0; place < size_; ++paper) {
      paper += read_varint(cursor);
      tell(paper);
    }
  }

  // Calls visit(rank, occurrence id) for every paper of the list that is in `wanted`, ascending, with its
  // rank there. Requires: `wanted` covers the segment's papers. Cost: O(bytes of the list), plus O(1) for
  // each wanted paper.
  template <typename Visit>
  void for_each_in(const RankedBits& wanted, Visit&& visit) const {
    Exceptions exceptions(*this);
    const auto tell = [&](uint32_t rank, uint32_t place) {
      const uint8_t code = codes_[place];
      visit(rank, code == kExceptionCode ? exceptions.at(place) : OccurrenceId{code});
    };
    if (dense_) {
      Batch batch;
      while (find_some(wanted, batch)) {
        for (const auto& [rank, place] : std::span(batch.found).first(batch.size)) tell(rank, place);
      }
      return;
    }
    const uint8_t* cursor = papers_;
    uint32_t paper = 0;
    for (uint32_t place = 0; place < size_; ++place, ++paper) {
      paper += read_varint(cursor);
      if (wanted.test(paper)) tell(wanted.rank(paper), place);
    }
  }

 private:
  uint64_t word(size_t i) const {
    uint64_t value;
    std::memcpy(&value, papers_ + i * sizeof value, sizeof value);
    return value;
  }

  // The occurrences of the exceptions. Requires: places are asked for in ascending order.
  class Exceptions {
   public:
    explicit Exceptions(const PostingList& list) : cursor_(list.exceptions_), end_(list.codes_) {
      if (cursor_ != end_) step();
    }
    OccurrenceId at(uint32_t place) {
      while (place_ < place && cursor_ != end_) step();
      return occurrence_;
    }

   private:
    void step() {
      place_ += read_varint(cursor_);
      occurrence_ = static_cast<OccurrenceId>(read_varint(cursor_) + kExceptionCode);
    }
    const uint8_t* cursor_;
    const uint8_t* end_;
    uint32_t place_ = 0;
    OccurrenceId occurrence_ = 0;
  };

  // The postings of wanted papers, one batch of a dense list at a time.
  struct Batch {
    static constexpr uint32_t kWords = 16;
    static constexpr uint32_t kPapers = kWords * 64;
    struct Found {
      uint32_t rank;
      uint32_t place;
    };
    std::array<Found, kPapers> found;
    uint32_t size = 0;
    // Where the next batch begins.
    uint32_t paper = 0;
    uint32_t place = 0;
    uint32_t rank = 0;
  };
  // The next batch; false if none is left.
  bool find_some(const RankedBits& wanted, Batch& batch) const;
  // The papers of the batch from `first` on: by the list or by `wanted`, whichever has fewer.
  void find_by_list(const RankedBits& wanted, uint32_t first, Batch& batch) const;
  void find_by_wanted(const RankedBits& wanted, uint32_t first, Batch& batch) const;

  uint32_t paper_count_;
  uint32_t size_;
  bool dense_;
  const uint8_t* exceptions_;  // end where the codes begin
  const uint8_t* codes_;
  const uint8_t* papers_;
};

}  // namespace broadsheet
