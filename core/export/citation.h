// citation.h: what a reference manager is told of a paper.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"

namespace broadsheet {

struct CitedDate {
  uint32_t year = 0;   // 0: not known
  uint32_t month = 0;  // 1 to 12; 0: not known
  uint32_t day = 0;    // 1 to 31; 0: not known

  bool operator==(const CitedDate&) const = default;
};

// Views live as long as the digest, tags and note as long as the caller keeps them.
struct Citation {
  const Digest* digest = nullptr;
  const Paper* paper = nullptr;
  std::string_view id;                // arXiv's, without version; empty: not from arXiv
  uint32_t version = 0;               // 0: not given
  std::string_view primary_category;  // one of arXiv's, or empty
  CitedDate date;
  std::string doi;  // not arXiv's own, which every arXiv id has: arxiv_doi()
  std::string url;  // of http or https, or empty
  std::vector<std::string_view> tags;
  std::string_view note;
  std::string key;  // assign_keys() sets it

  std::string_view title() const { return paper->title; }
  const std::vector<std::string_view>& authors() const { return paper->authors; }
  // Empty if there is none, or only one that says that there is none.
  std::string_view abstract() const;
  std::string_view summary() const;
};

// What the digest says of the paper. The date of a paper from arXiv is the month in its id: that of its
// submission, whichever day a digest lists it. Any other has the date of the digest. Its link is arXiv's page
// of the version that the digest names. Requires: digest and paper outlive the citation. Cost: O(link).
Citation cite(const Digest& digest, const Paper& paper);

// The DOI that arXiv gives the paper: `10.48550/arXiv.2601.00001`. Requires: an id.
std::string arxiv_doi(const Citation& citation);

// The date as far as it is known: `2026-01-14`, `2026-01`, `2026`, or nothing.
std::string iso_date(const CitedDate& date);

}  // namespace broadsheet
