// works.h: which papers of the library are one and the same work.
//
// A work appears in a library as often as digests name it: on several days, in several formats, languages or
// versions. Its identity is the arXiv id without version, or the link where there is none; a paper with
// neither is a work of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/digest/paper.h"
#include "core/search/paper_facts.h"

namespace broadsheet {

using PaperOrdinal = uint32_t;
using WorkId = uint32_t;

class Works {
 public:
  // Appends the digest's papers, whose first has the ordinal that is next; `facts`: of each. The digest
  // outlives this. Cost: O(papers), times the appearances of each work.
  void add(const Digest& digest, std::span<const PaperFacts> facts);

  // Room for so many papers. Cost: O(papers) where it is new.
  void reserve(size_t papers);

  uint32_t count() const { return static_cast<uint32_t>(first_.size()); }
  // The identity that the paper's work has in any library; empty if it has none.
  std::string_view identity_of(PaperOrdinal paper) const;
  // The work of an identity, or nothing.
  std::optional<WorkId> find(std::string_view identity) const;
  WorkId work_of(PaperOrdinal paper) const { return works_[paper]; }

  // The appearances of a work form a list, the best first: the most of the six texts, then the newest day,
  // then the highest version. The order in which digests were added makes no difference.
  PaperOrdinal first(WorkId work) const { return first_[work]; }
  PaperOrdinal next(PaperOrdinal paper) const { return next_[paper]; }  // kNoPaper behind the last
  // Whether the paper's work has other appearances, as a few have. Cost: O(1), in the cache.
  bool has_others(PaperOrdinal paper) const { return has_others_[paper]; }

  static constexpr PaperOrdinal kNoPaper = 0xFFFFFFFF;

 private:
  struct Source {
    const Digest* digest;
    const Paper* paper;
    uint8_t telling_texts;
  };
  bool is_better(PaperOrdinal a, PaperOrdinal b) const;
  void insert(WorkId work, PaperOrdinal paper);

  std::unordered_map<std::string_view, WorkId> by_identity_;
  std::vector<WorkId> works_;        // of each paper
  std::vector<PaperOrdinal> next_;   // of each paper
  std::vector<Source> sources_;      // of each paper
  std::vector<PaperOrdinal> first_;  // of each work
  std::vector<bool> has_others_;     // of each paper
};

}  // namespace broadsheet
