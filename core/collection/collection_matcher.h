// collection_matcher.h: which works of a collection are in the library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/collection/collection.h"
#include "core/library/library.h"

namespace broadsheet {

enum class MatchedBy : uint8_t {
  kNone,
  kId,        // of the same arXiv id
  kDoi,       // of the same DOI or link
  kTitle,     // the titles are equal when folded, and so is an author
  kDoubtful,  // the titles are equal and the authors are not, or nearly equal
};

// "id", "doi", "title", "doubtful"; empty for kNone. It never changes.
std::string_view name_of(MatchedBy by);

struct CollectionMatch {
  MatchedBy by = MatchedBy::kNone;
  PaperOrdinal paper = 0;  // the best appearance; unless kNone

  bool operator==(const CollectionMatch&) const = default;
};

class CollectionMatcher {
 public:
  // Requires: the library is committed, and does not change while the matcher is used. Cost: O(papers).
  explicit CollectionMatcher(const Library& library);

  // Compares ids, then DOIs and links, then titles. Reads the titles of at most kMostCompared papers. Cost:
  // O(title), and O(postings) of its three rarest terms.
  CollectionMatch match(const CollectedWork& work) const;

  static constexpr size_t kMostCompared = 32;

 private:
  CollectionMatch match_name(const CollectedWork& work) const;
  CollectionMatch match_title(const CollectedWork& work) const;
  std::vector<PaperOrdinal> papers_with_title_terms(std::string_view title) const;

  const Library& library_;
  std::unordered_map<std::string, PaperOrdinal> by_link_;  // of works without arXiv id: NamedPaper::key
};

}  // namespace broadsheet
