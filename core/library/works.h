// works.h: which papers of the library are the same work.
//
// A work appears once for every time a digest names it: on several days, in several formats, languages or
// versions. Its identity is the arXiv id without version, or the link if there is none; a paper with neither
// is a work of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/library/taken_digest.h"

namespace broadsheet {

using PaperOrdinal = uint32_t;
using WorkId = uint32_t;

class Works {
 public:
  // Appends the digest's papers, starting at the next ordinal. Cost: O(papers).
  void add(const TakenDigest& taken);

  // Reserves room for so many papers in total. Cost: O(papers) if it grows.
  void reserve(size_t papers);

  uint32_t count() const { return static_cast<uint32_t>(first_.size()); }
  // The identity of the paper's work in any library; empty if it has none.
  std::string_view identity_of(PaperOrdinal paper) const;
  // The work with this identity, or nothing.
  std::optional<WorkId> find(std::string_view identity) const;
  WorkId work_of(PaperOrdinal paper) const { return works_[paper]; }

  // The appearances of a work form a list, the best first: the most of the six texts, then the newest day,
  // then the highest version. The order in which digests were added does not matter. The first call after
  // papers were added sorts these in: O(new ones * log + all appearances of their works).
  PaperOrdinal first(WorkId work) const {
    if (!unplaced_.empty()) place_all();
    return first_[work];
  }
  // kNoPaper after the last. Requires: first() was called since papers were added.
  PaperOrdinal next(PaperOrdinal paper) const { return next_[paper]; }
  // Whether the paper's work has other appearances; few have. Cost: O(1), in the cache.
  bool has_others(PaperOrdinal paper) const { return has_others_[paper]; }
  // Whether the paper's digest already named the work earlier.
  bool is_repeated(PaperOrdinal paper) const { return is_repeated_[paper]; }

  static constexpr PaperOrdinal kNoPaper = 0xFFFFFFFF;

 private:
  struct Source {
    DigestHead digest;
    PaperHead paper;
    uint8_t telling_texts;
  };
  bool is_better(PaperOrdinal a, PaperOrdinal b) const;
  void place_all() const;

  std::unordered_map<std::string_view, WorkId> by_identity_;
  std::vector<WorkId> works_;                // per paper
  mutable std::vector<PaperOrdinal> next_;   // per paper
  std::vector<Source> sources_;              // per paper
  mutable std::vector<PaperOrdinal> first_;  // per work
  std::vector<PaperOrdinal> last_added_;     // per work
  std::vector<bool> has_others_;             // per paper
  std::vector<bool> is_repeated_;            // per paper
  // Appearances not yet in their list: inserting each as it comes would walk a list of thousands thousands of
  // times.
  mutable std::vector<PaperOrdinal> unplaced_;
};

}  // namespace broadsheet
