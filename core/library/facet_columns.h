// facet_columns.h: of every paper its category, day and authors as small numbers, so that counting a facet
// touches no text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/touch.h"
#include "core/digest/paper.h"
#include "core/library/author_ranks.h"
#include "core/search/paper_facts.h"

namespace broadsheet {

using FacetId = uint32_t;
inline constexpr FacetId kNoFacet = 0xFFFFFFFF;

// Distinct values of a facet, numbered in the order of their first appearance. Views: the texts live as long
// as the digests that they come from.
class FacetValues {
 public:
  FacetId intern(std::string_view value);
  // Room for so many: adding them then moves nothing.
  void reserve(uint32_t count);
  // Takes values that are distinct, in their order. They are hashed when one is looked for: until then a
  // library that was saved is open sooner. Requires: empty.
  void adopt(std::span<const std::string_view> values) { values_.assign(values.begin(), values.end()); }
  FacetId find(std::string_view value) const;  // kNoFacet if it is not there
  std::string_view value(FacetId id) const { return values_[id]; }
  uint32_t size() const { return static_cast<uint32_t>(values_.size()); }

 private:
  struct Slot {
    uint32_t hash = 0;
    FacetId id = kNoFacet;
  };
  // Where the value is, or would be put.
  size_t slot_of(std::string_view value, uint32_t hash) const;
  void resize_slots(size_t count) const;
  void hash_adopted() const;

  std::vector<std::string_view> values_;
  // Open addressing, a power of two; a cache of what values_ holds, of which the first hashed_ are in it.
  mutable std::vector<Slot> slots_ = std::vector<Slot>(64);
  mutable uint32_t hashed_ = 0;
};

class FacetColumns {
 public:
  // The author's number, a new one for a new name.
  FacetId number_author(std::string_view name) { return authors_.intern(name); }
  void reserve_authors(uint32_t count) { authors_.reserve(count); }
  // Numbers the authors of a library that was saved as they were. Requires: there are none.
  void adopt_authors(std::span<const std::string_view> names) { authors_.adopt(names); }

  // Appends the digest's papers behind those that are there; `facts`: of each; `authors` are the numbers of
  // all their authors in turn. Touches no long text. Cost: O(papers + authors), and O(days) for a new day.
  void add(const Digest& digest, std::span<const PaperFacts> facts, std::span<const FacetId> authors);

  const FacetValues& categories() const { return categories_; }
  const FacetValues& days() const { return days_; }  // a date, or the digest's name where there is none
  const FacetValues& authors() const { return authors_; }

  // Primary category; kNoFacet if the paper has none.
  FacetId category_of(uint32_t paper) const { return papers_[paper].category; }
  // All categories of the paper, as numbered in named_categories().
  std::span<const FacetId> categories_of(uint32_t paper) const {
    const uint32_t first = category_offsets_[paper];
    return std::span(category_ids_).subspan(first, category_offsets_[paper + 1] - first);
  }
  const FacetValues& named_categories() const { return named_categories_; }
  FacetId day_of(uint32_t paper) const { return papers_[paper].day; }
  // For those who will ask for the category and the day of many papers.
  void touch(uint32_t paper) const { broadsheet::touch(&papers_[paper]); }
  // The place of a day among all, the oldest first; names come before dates, in the order of their
  // appearance.
  uint32_t place_of_day(FacetId day) const { return place_of_day_[day]; }
  // Whether the paper has a summary that says something.
  bool has_summary(uint32_t paper) const { return has_summary_[paper]; }
  // Each once, ascending.
  std::span<const FacetId> authors_of(uint32_t paper) const {
    const uint32_t first = author_offsets_[paper];
    return std::span(author_ids_).subspan(first, author_offsets_[paper + 1] - first);
  }
  // Until papers are added. Cost: O(authors of all papers), once they were.
  const AuthorRanks& author_ranks() const;
  // All days, the newest first: by their text, descending.
  const std::vector<FacetId>& days_newest_first() const { return days_newest_first_; }

 private:
  // Side by side: a search reaches those of some thousand papers here and there.
  struct PaperColumns {
    FacetId category;
    FacetId day;
  };

  FacetId day_of(const Digest& digest, const Paper& paper);
  void add_authors(std::span<const FacetId> authors);
  void place_day(FacetId day);

  FacetValues categories_;  // that are some paper's primary one, or that a table of contents names
  FacetValues named_categories_;
  FacetValues days_;
  FacetValues authors_;
  std::vector<PaperColumns> papers_;
  std::vector<bool> has_summary_;
  std::vector<uint32_t> category_offsets_ = {0};
  std::vector<FacetId> category_ids_;
  std::vector<bool> is_date_;  // of each day
  std::vector<FacetId> days_oldest_first_;
  std::vector<uint32_t> place_of_day_;  // of each day
  std::vector<FacetId> days_newest_first_;
  std::vector<uint32_t> author_offsets_ = {0};
  std::vector<FacetId> author_ids_;
  mutable AuthorRanks author_ranks_;  // of those papers that were there when it was last asked for
};

}  // namespace broadsheet
