#include "core/library/facet_columns.h"

#include <algorithm>
#include <numeric>

#include "core/digest/repair.h"

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

FacetId FacetColumns::day_of(const Digest& digest, const Paper& paper) {
  const std::string_view date = paper.date.empty() ? std::string_view(digest.date) : paper.date;
  const FacetId day = days_.intern(date.empty() ? std::string_view(digest.name) : date);
  if (day == is_date_.size()) is_date_.push_back(!date.empty());
  return day;
}

void FacetColumns::place_days() {
  if (place_of_day_.size() == days_.size()) return;
  std::vector<FacetId> sorted(days_.size());
  std::iota(sorted.begin(), sorted.end(), FacetId{0});
  std::sort(sorted.begin(), sorted.end(), [&](FacetId a, FacetId b) {
    if (is_date_[a] != is_date_[b]) return !is_date_[a];
    return is_date_[a] ? days_.value(a) < days_.value(b) : a < b;
  });
  place_of_day_.resize(sorted.size());
  for (uint32_t place = 0; place < sorted.size(); ++place) place_of_day_[sorted[place]] = place;
}

void FacetColumns::add(const Digest& digest) {
  for (const Category& category : digest.categories) categories_.intern(category.name);
  for (const Paper& paper : digest.papers) {
    category_of_paper_.push_back(paper.categories.empty() ? kNoFacet
                                                          : categories_.intern(paper.categories.front()));
    day_of_paper_.push_back(day_of(digest, paper));
    has_summary_.push_back(broadsheet::has_summary(paper));
    const auto first = static_cast<std::ptrdiff_t>(author_ids_.size());
    for (const std::string_view author : paper.authors) author_ids_.push_back(authors_.intern(author));
    // A name that stands twice in one list counts once.
    std::sort(author_ids_.begin() + first, author_ids_.end());
    author_ids_.erase(std::unique(author_ids_.begin() + first, author_ids_.end()), author_ids_.end());
    author_offsets_.push_back(static_cast<uint32_t>(author_ids_.size()));
  }
  place_days();
}

}  // namespace broadsheet
