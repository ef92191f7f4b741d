// facet_columns.h: each paper's category, day and authors as small numbers, so that counting a facet touches
// no text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/touch.h"
#include "core/library/author_ranks.h"
#include "core/library/taken_digest.h"
#include "core/text/tex_words.h"

namespace broadsheet {

using FacetId = uint32_t;
inline constexpr FacetId kNoFacet = 0xFFFFFFFF;

// Distinct values of a facet, numbered in order of first appearance. They are views: the texts live as long
// as their digests.
class FacetValues {
 public:
  FacetId intern(std::string_view value);
  // Reserves room: adding up to `count` values then moves nothing.
  void reserve(uint32_t count);
  // Takes distinct values, in order. They are hashed at the first lookup, so that a saved library opens
  // sooner. Requires: empty.
  void adopt(std::span<const std::string_view> values) { values_.assign(values.begin(), values.end()); }
  FacetId find(std::string_view value) const;  // kNoFacet if it is missing
  std::string_view value(FacetId id) const { return values_[id]; }
  uint32_t size() const { return static_cast<uint32_t>(values_.size()); }

 private:
  struct Slot {
    uint32_t hash = 0;
    FacetId id = kNoFacet;
  };
  // Where the value is, or would go.
  size_t slot_of(std::string_view value, uint32_t hash) const;
  void resize_slots(size_t count) const;
  void hash_adopted() const;

  std::vector<std::string_view> values_;
  // Open addressing, a power of two. A cache over values_: it has the first hashed_ of them.
  mutable std::vector<Slot> slots_ = std::vector<Slot>(64);
  mutable uint32_t hashed_ = 0;
};

// What a paper's texts are like, in a few bits, so that papers of each kind can be counted with one table.
class PaperTraits {
 public:
  static constexpr size_t kKinds = 16;  // values that number() can have

  explicit PaperTraits(const PaperFacts& facts)
      : number_(static_cast<uint8_t>(static_cast<uint8_t>(facts.language) | (facts.has_code ? 4 : 0) |
                                     (facts.has_summary ? 8 : 0))) {}
  explicit PaperTraits(size_t number) : number_(static_cast<uint8_t>(number)) {}

  size_t number() const { return number_; }
  Language language() const { return static_cast<Language>(number_ & 3); }
  bool has_code() const { return (number_ & 4) != 0; }
  // Whether the paper has a summary that says something.
  bool has_summary() const { return (number_ & 8) != 0; }

 private:
  uint8_t number_;
};

class FacetColumns {
 public:
  // The author's number; a new name gets a new one. Names are as spell_authors() (core/digest/repair.h)
  // writes them.
  FacetId number_author(std::string_view name) { return authors_.intern(name); }
  void reserve_authors(uint32_t count) { authors_.reserve(count); }
  // Adopts the authors of a saved library with their numbers. Requires: no authors yet.
  void adopt_authors(std::span<const std::string_view> names) { authors_.adopt(names); }

  // Appends the digest's papers. Cost: O(papers + authors).
  void add(const TakenDigest& taken);

  const FacetValues& categories() const { return categories_; }
  const FacetValues& days() const { return days_; }  // a date, or the digest's name if it has none
  const FacetValues& authors() const { return authors_; }
  // The author whom somebody names, in TeX or as shown; kNoFacet if there is none. Cost: O(name).
  FacetId find_author(std::string_view name) const { return authors_.find(shown_text(name)); }
  // Whether the day is a date.
  bool is_date(FacetId day) const { return is_date_[day]; }

  // Primary category; kNoFacet if the paper has none.
  FacetId category_of(uint32_t paper) const { return papers_[paper].category; }
  // All categories of the paper, as numbered in named_categories().
  std::span<const FacetId> categories_of(uint32_t paper) const {
    const uint32_t first = category_offsets_[paper];
    return std::span(category_ids_).subspan(first, category_offsets_[paper + 1] - first);
  }
  const FacetValues& named_categories() const { return named_categories_; }
  FacetId day_of(uint32_t paper) const { return papers_[paper].day; }
  // Prefetches, before asking for the category and the day of many papers.
  void touch(uint32_t paper) const { broadsheet::touch(&papers_[paper]); }
  // The position of each day among all, the oldest first; names come before dates, in order of appearance.
  // Valid until papers are added. Cost: O(days) if there are new days, plus O(k log k) for k new ones.
  std::span<const uint32_t> places_of_days() const {
    place_days();
    return place_of_day_;
  }
  PaperTraits traits_of(uint32_t paper) const { return traits_[paper]; }
  // Ascending, without duplicates.
  std::span<const FacetId> authors_of(uint32_t paper) const {
    const uint32_t first = author_offsets_[paper];
    return std::span(author_ids_).subspan(first, author_offsets_[paper + 1] - first);
  }
  // Valid until papers are added. Cost: O(authors of all papers) if papers were added, else O(1).
  const AuthorRanks& author_ranks() const;
  // All days, the newest first: by their text, descending. Cost: as places_of_days().
  const std::vector<FacetId>& days_newest_first() const {
    place_days();
    return days_newest_first_;
  }

 private:
  // Side by side: a search reads both for a few thousand scattered papers.
  struct PaperColumns {
    FacetId category;
    FacetId day;
  };

  FacetId day_of(const DigestHead& digest, const PaperHead& paper);
  void add_authors(std::span<const FacetId> authors);
  void place_days() const;

  FacetValues categories_;  // some paper's primary category, or named in a table of contents
  FacetValues named_categories_;
  FacetValues days_;
  FacetValues authors_;
  std::vector<PaperColumns> papers_;
  std::vector<PaperTraits> traits_;
  std::vector<uint32_t> category_offsets_ = {0};
  std::vector<FacetId> category_ids_;
  std::vector<bool> is_date_;  // per day
  // Of the days that existed at the last request.
  mutable std::vector<FacetId> days_oldest_first_;
  mutable std::vector<uint32_t> place_of_day_;  // per day
  mutable std::vector<FacetId> days_newest_first_;
  std::vector<uint32_t> author_offsets_ = {0};
  std::vector<FacetId> author_ids_;
  mutable AuthorRanks author_ranks_;  // of the papers that existed at the last request
};

}  // namespace broadsheet
