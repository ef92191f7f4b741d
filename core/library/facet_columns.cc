#include "core/library/facet_columns.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "core/digest/repair.h"

namespace broadsheet {
namespace {

// Nearly all of a hash tells names apart before their bytes are reached.
uint32_t hash_of(std::string_view value) {
  return static_cast<uint32_t>(std::hash<std::string_view>{}(value));
}

}  // namespace

size_t FacetValues::slot_of(std::string_view value, uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  while (slots_[slot].id != kNoFacet && (slots_[slot].hash != hash || values_[slots_[slot].id] != value))
    slot = (slot + 1) & mask;
  return slot;
}

FacetId FacetValues::intern(std::string_view value) {
  const uint32_t hash = hash_of(value);
  Slot& slot = slots_[slot_of(value, hash)];
  if (slot.id != kNoFacet) return slot.id;
  const FacetId id = size();
  slot = {hash, id};
  values_.push_back(value);
  if (values_.size() * 2 > slots_.size()) grow();
  return id;
}

void FacetValues::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& each : old) {
    if (each.id != kNoFacet) slots_[slot_of(values_[each.id], each.hash)] = each;
  }
}

FacetId FacetValues::find(std::string_view value) const { return slots_[slot_of(value, hash_of(value))].id; }

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
  days_newest_first_ = std::move(sorted);
  std::sort(days_newest_first_.begin(), days_newest_first_.end(),
            [&](FacetId a, FacetId b) { return days_.value(a) > days_.value(b); });
}

uint32_t FacetColumns::add_authors(const Paper& paper) {
  const auto first = static_cast<std::ptrdiff_t>(author_ids_.size());
  for (const std::string_view author : paper.authors) author_ids_.push_back(authors_.intern(author));
  // A name that stands twice in one list counts once.
  std::sort(author_ids_.begin() + first, author_ids_.end());
  author_ids_.erase(std::unique(author_ids_.begin() + first, author_ids_.end()), author_ids_.end());
  author_papers_.resize(authors_.size(), 0);
  is_frequent_author_.resize(authors_.size(), false);
  for (auto id = author_ids_.begin() + first; id != author_ids_.end(); ++id) {
    if (author_papers_[*id] == kFrequentAuthorPapers) continue;
    is_frequent_author_[*id] = ++author_papers_[*id] == kFrequentAuthorPapers;
  }
  return static_cast<uint32_t>(author_ids_.end() - author_ids_.begin() - first);
}

void FacetColumns::add(const Digest& digest) {
  for (const Category& category : digest.categories) categories_.intern(category.name);
  for (const Paper& paper : digest.papers) {
    const FacetId category =
        paper.categories.empty() ? kNoFacet : categories_.intern(paper.categories.front());
    for (const std::string_view name : paper.categories)
      category_ids_.push_back(named_categories_.intern(name));
    category_offsets_.push_back(static_cast<uint32_t>(category_ids_.size()));
    const auto first_author = static_cast<uint32_t>(author_ids_.size());
    papers_.push_back({category, day_of(digest, paper), first_author, add_authors(paper)});
    has_summary_.push_back(broadsheet::has_summary(paper));
  }
  place_days();
}

}  // namespace broadsheet
