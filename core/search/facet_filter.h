// facet_filter.h: which papers pass the selected facet values.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/search/search_request.h"

namespace broadsheet {

// The selected values of one facet. An empty selection passes everything.
class Selection {
 public:
  Selection(const FacetValues& values, const std::vector<std::string>& chosen) : active_(!chosen.empty()) {
    if (!active_) return;
    is_chosen_.assign(values.size(), false);
    for (const std::string& value : chosen) {
      if (const FacetId id = values.find(value); id != kNoFacet) is_chosen_[id] = true;
    }
  }
  // Days, also by ranges of dates.
  static Selection of_days(const FacetColumns& columns, const std::vector<std::string>& chosen);
  // Authors, however their names are written.
  static Selection of_authors(const FacetColumns& columns, const std::vector<std::string>& chosen);

  bool active() const { return active_; }
  bool contains(FacetId id) const { return active_ && id != kNoFacet && is_chosen_[id]; }
  bool passes(FacetId id) const { return !active_ || contains(id); }
  bool passes_any(std::span<const FacetId> ids) const {
    return !active_ || std::any_of(ids.begin(), ids.end(), [&](FacetId id) { return contains(id); });
  }

 private:
  bool active_;
  std::vector<bool> is_chosen_;
};

enum class Facet : uint8_t {
  kCategory,
  kDay,
  kAuthor,
  kLanguage,
  kCode,
  kSummary,
  // Of sets, which hold works whole.
  kRead,
  kStarred,
  kNoted,
  kTag,
  kCollection,
  kForYou,
  kOtherSet,
};
inline constexpr size_t kFacets = 13;

// The facet of a set such as "is:read".
Facet facet_of_set(std::string_view name);

// The facets whose selections a paper does not pass. It counts for all facets if there are none, and for the
// one that it fails if there is no other.
class Failed {
 public:
  bool none() const { return bits_ == 0; }
  std::optional<Facet> only() const {
    if (!std::has_single_bit(bits_)) return std::nullopt;
    return static_cast<Facet>(std::countr_zero(bits_));
  }
  void add(Facet facet, bool fails) {
    bits_ = static_cast<uint16_t>(bits_ | uint16_t{fails} << static_cast<unsigned>(facet));
  }
  friend Failed operator|(Failed a, Failed b) {
    a.bits_ = static_cast<uint16_t>(a.bits_ | b.bits_);
    return a;
  }

 private:
  uint16_t bits_ = 0;
};

class FacetFilter {
 public:
  FacetFilter(const Library& library, const SearchRequest& request);

  // Whether every paper passes.
  bool passes_all() const { return passes_all_; }
  Failed of(PaperOrdinal paper) const { return passes_all_ ? Failed() : failed_by(paper); }
  const Selection& authors() const { return authors_; }

 private:
  struct ChosenSets {
    Facet facet;
    std::vector<const WorkSet*> sets = {};
    bool contain(WorkId work) const {
      return std::any_of(sets.begin(), sets.end(), [&](const WorkSet* set) { return set->contains(work); });
    }
  };
  void choose_set(const Library& library, const std::string& name);
  Failed failed_by(PaperOrdinal paper) const;

  const FacetColumns& columns_;
  const Works& works_;
  Selection categories_;
  Selection days_;
  Selection authors_;
  std::array<bool, kLanguageCodes.size()> is_language_ = {};
  bool with_code_;
  bool without_summary_;
  std::vector<ChosenSets> sets_;  // one per facet with a chosen set
  bool passes_all_;
};

}  // namespace broadsheet
