// facet_columns.h: of every paper its category, day and authors as small numbers, so that counting a facet
// touches no text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/digest/paper.h"

namespace broadsheet {

using FacetId = uint32_t;
inline constexpr FacetId kNoFacet = 0xFFFFFFFF;

// Distinct values of a facet, numbered in the order of their first appearance.
class FacetValues {
 public:
  FacetId intern(std::string_view value);
  FacetId find(std::string_view value) const;  // kNoFacet if it is not there
  const std::string& value(FacetId id) const { return values_[id]; }
  uint32_t size() const { return static_cast<uint32_t>(values_.size()); }

 private:
  std::vector<std::string> values_;
  std::unordered_map<std::string, FacetId> ids_;
};

class FacetColumns {
 public:
  // Appends the digest's papers behind those that are there. Cost: O(papers + authors), and O(days log days)
  // where it brings a new day.
  void add(const Digest& digest);

  const FacetValues& categories() const { return categories_; }
  const FacetValues& days() const { return days_; }  // a date, or the digest's name where there is none
  const FacetValues& authors() const { return authors_; }

  // Primary category; kNoFacet if the paper has none.
  FacetId category_of(uint32_t paper) const { return category_of_paper_[paper]; }
  FacetId day_of(uint32_t paper) const { return day_of_paper_[paper]; }
  // The place of a day among all, the oldest first; names come before dates, in the order of their
  // appearance.
  uint32_t place_of_day(FacetId day) const { return place_of_day_[day]; }
  // Whether the paper has a summary that says something.
  bool has_summary(uint32_t paper) const { return has_summary_[paper]; }
  const FacetId* authors_begin(uint32_t paper) const { return author_ids_.data() + author_offsets_[paper]; }
  const FacetId* authors_end(uint32_t paper) const { return author_ids_.data() + author_offsets_[paper + 1]; }

 private:
  FacetId day_of(const Digest& digest, const Paper& paper);
  void place_days();

  FacetValues categories_;
  FacetValues days_;
  FacetValues authors_;
  std::vector<FacetId> category_of_paper_;
  std::vector<FacetId> day_of_paper_;
  std::vector<bool> is_date_;           // of each day
  std::vector<uint32_t> place_of_day_;  // of each day
  std::vector<bool> has_summary_;
  std::vector<uint32_t> author_offsets_ = {0};
  std::vector<FacetId> author_ids_;
};

}  // namespace broadsheet
