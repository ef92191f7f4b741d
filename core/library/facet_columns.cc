#include "core/library/facet_columns.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "core/base/order.h"

namespace broadsheet {
namespace {

// Compared before the texts: nearly all different names differ in it.
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
  hash_adopted();
  const uint32_t hash = hash_of(value);
  Slot& slot = slots_[slot_of(value, hash)];
  if (slot.id != kNoFacet) return slot.id;
  const FacetId id = size();
  slot = {hash, id};
  values_.push_back(value);
  hashed_ = size();
  if (values_.size() * 2 > slots_.size()) resize_slots(slots_.size() * 2);
  return id;
}

void FacetValues::hash_adopted() const {
  if (hashed_ == size()) return;
  resize_slots(std::bit_ceil(values_.size() * 2 + 1));
  for (; hashed_ < size(); ++hashed_) {
    const uint32_t hash = hash_of(values_[hashed_]);
    slots_[slot_of(values_[hashed_], hash)] = {hash, hashed_};
  }
}

void FacetValues::reserve(uint32_t count) {
  hash_adopted();
  // Libraries are added file by file: growing to the exact size each time would copy all names for every
  // file.
  if (count > values_.capacity()) values_.reserve(std::max<size_t>(count, values_.capacity() * 2));
  const size_t wanted = std::bit_ceil(size_t{count} * 2 + 1);
  if (wanted > slots_.size()) resize_slots(wanted);
}

void FacetValues::resize_slots(size_t count) const {
  std::vector<Slot> old(count);
  old.swap(slots_);
  for (const Slot& each : old) {
    if (each.id != kNoFacet) slots_[slot_of(values_[each.id], each.hash)] = each;
  }
}

FacetId FacetValues::find(std::string_view value) const {
  hash_adopted();
  return slots_[slot_of(value, hash_of(value))].id;
}

FacetId FacetColumns::day_of(const DigestHead& digest, const PaperHead& paper) {
  const std::string_view date = digest.date_of(paper);
  const FacetId day = days_.intern(date.empty() ? std::string_view(digest.name()) : date);
  if (day < is_date_.size()) return day;
  is_date_.push_back(!date.empty());
  return day;
}

void FacetColumns::place_days() const {
  if (place_of_day_.size() == days_.size()) return;
  const auto is_older = [&](FacetId a, FacetId b) {
    if (is_date_[a] != is_date_[b]) return !is_date_[a];
    return is_date_[a] ? days_.value(a) < days_.value(b) : a < b;
  };
  const auto is_newer_text = [&](FacetId a, FacetId b) { return days_.value(a) > days_.value(b); };
  days_oldest_first_ = order_of(days_.size(), is_older);
  days_newest_first_ = order_of(days_.size(), is_newer_text);
  place_of_day_.resize(days_.size());
  for (uint32_t place = 0; place < days_oldest_first_.size(); ++place)
    place_of_day_[days_oldest_first_[place]] = place;
}

void FacetColumns::add_authors(std::span<const FacetId> authors) {
  const auto first = static_cast<std::ptrdiff_t>(author_ids_.size());
  author_ids_.insert(author_ids_.end(), authors.begin(), authors.end());
  // A name that occurs twice in one list counts once.
  std::sort(author_ids_.begin() + first, author_ids_.end());
  author_ids_.erase(std::unique(author_ids_.begin() + first, author_ids_.end()), author_ids_.end());
  author_offsets_.push_back(static_cast<uint32_t>(author_ids_.size()));
}

const AuthorRanks& FacetColumns::author_ranks() const {
  if (author_ranks_.paper_count() != papers_.size())
    author_ranks_ = AuthorRanks(author_ids_, author_offsets_, authors_.size());
  return author_ranks_;
}

void FacetColumns::add(const TakenDigest& taken) {
  const DigestHead& digest = taken.digest;
  std::span<const FacetId> authors = taken.authors;
  for (const Category& category : digest.categories()) categories_.intern(category.name);
  for (uint32_t i = 0; i < digest.paper_count(); ++i) {
    const PaperHead paper = digest.paper(i);
    const auto categories = paper.categories();
    const FacetId category = categories.empty() ? kNoFacet : categories_.intern(categories.front());
    for (const std::string_view name : categories) category_ids_.push_back(named_categories_.intern(name));
    category_offsets_.push_back(static_cast<uint32_t>(category_ids_.size()));
    papers_.push_back({category, day_of(digest, paper)});
    add_authors(authors.first(paper.authors().size()));
    authors = authors.subspan(paper.authors().size());
  }
  for (const PaperFacts& each : taken.facts) traits_.emplace_back(each);
}

}  // namespace broadsheet
