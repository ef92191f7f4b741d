#include "core/library/facet_columns.h"

#include <algorithm>

namespace broadsheet {

FacetId FacetValues::intern(std::string_view value) {
  const auto [found, is_new] = ids_.try_emplace(std::string(value), size());
  if (is_new) values_.emplace_back(value);
  return found->second;
}

FacetId FacetValues::find(std::string_view value) const {
  const auto found = ids_.find(std::string(value));
  return found == ids_.end() ? kNoFacet : found->second;
}

void FacetColumns::add(const Digest& digest) {
  for (const Category& category : digest.categories) categories_.intern(category.name);
  const FacetId day = days_.intern(digest.date.empty() ? digest.name : digest.date);
  for (const Paper& paper : digest.papers) {
    category_of_paper_.push_back(paper.categories.empty() ? kNoFacet
                                                          : categories_.intern(paper.categories.front()));
    day_of_paper_.push_back(day);
    const auto first = static_cast<std::ptrdiff_t>(author_ids_.size());
    for (const std::string_view author : paper.authors) author_ids_.push_back(authors_.intern(author));
    // A name that stands twice in one list counts once.
    std::sort(author_ids_.begin() + first, author_ids_.end());
    author_ids_.erase(std::unique(author_ids_.begin() + first, author_ids_.end()), author_ids_.end());
    author_offsets_.push_back(static_cast<uint32_t>(author_ids_.size()));
  }
}

}  // namespace broadsheet
