// facet_filter.h: which papers pass the selected facet values.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "core/library/facet_columns.h"
#include "core/library/works.h"
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

// Which facets' selections a paper passes.
struct Passes {
  bool category;
  bool day;
  bool authors;
  bool summary;
  bool all() const { return category && day && authors && summary; }
};

class FacetFilter {
 public:
  FacetFilter(const FacetColumns& columns, const SearchRequest& request)
      : columns_(columns),
        categories_(columns.categories(), request.categories),
        days_(columns.days(), request.days),
        authors_(columns.authors(), request.authors),
        without_summary_(request.without_summary) {}

  // Whether every paper passes.
  bool passes_all() const {
    return !categories_.active() && !days_.active() && !authors_.active() && !without_summary_;
  }
  Passes of(PaperOrdinal paper) const {
    return {categories_.passes(columns_.category_of(paper)), days_.passes(columns_.day_of(paper)),
            authors_.passes_any(columns_.authors_of(paper)),
            !without_summary_ || !columns_.has_summary(paper)};
  }
  const Selection& authors() const { return authors_; }

 private:
  const FacetColumns& columns_;
  Selection categories_;
  Selection days_;
  Selection authors_;
  bool without_summary_;
};

}  // namespace broadsheet
