#include "core/search/facet_filter.h"

#include "core/query/query_filters.h"
#include "core/text/fold.h"
#include "core/text/tex_words.h"

namespace broadsheet {

Selection Selection::of_days(const FacetColumns& columns, const std::vector<std::string>& chosen) {
  const FacetValues& days = columns.days();
  Selection selection(days, chosen);
  for (const std::string& value : chosen) {
    const auto range = days.find(value) == kNoFacet ? parse_dates(value, DateBound::kWithin) : std::nullopt;
    if (!range) continue;
    for (FacetId day = 0; day < days.size(); ++day) {
      if (columns.is_date(day) && range->contains(days.value(day))) selection.is_chosen_[day] = true;
    }
  }
  return selection;
}

Selection Selection::of_authors(const FacetColumns& columns, const std::vector<std::string>& chosen) {
  std::vector<std::string> shown;
  for (const std::string& name : chosen) shown.push_back(shown_text(name));
  return Selection(columns.authors(), shown);
}

Facet facet_of_set(std::string_view name) {
  if (name.starts_with("tag:")) return Facet::kTag;
  if (name.starts_with("collection:")) return Facet::kCollection;
  if (name == "is:foryou" || name.starts_with("for:")) return Facet::kForYou;
  if (name == "is:read" || name == "is:unread") return Facet::kRead;
  if (name == "is:starred") return Facet::kStarred;
  if (name == "is:noted") return Facet::kNoted;
  return Facet::kOtherSet;
}

FacetFilter::FacetFilter(const Library& library, const SearchRequest& request)
    : columns_(library.facets()),
      works_(library.works()),
      categories_(columns_.categories(), request.categories),
      days_(Selection::of_days(columns_, request.days)),
      authors_(Selection::of_authors(columns_, request.authors)),
      with_code_(request.with_code),
      without_summary_(request.without_summary) {
  is_language_.fill(request.languages.empty());
  for (const std::string& name : request.languages) {
    if (const auto language = language_of_name(fold(name)))
      is_language_[static_cast<size_t>(*language)] = true;
  }
  for (const std::string& name : request.sets) choose_set(library, name);
  passes_all_ = !categories_.active() && !days_.active() && !authors_.active() && request.languages.empty() &&
                !with_code_ && !without_summary_ && sets_.empty();
}

Failed FacetFilter::failed_by(PaperOrdinal paper) const {
  Failed failed;
  const PaperTraits traits = columns_.traits_of(paper);
  failed.add(Facet::kCategory, !categories_.passes(columns_.category_of(paper)));
  failed.add(Facet::kDay, !days_.passes(columns_.day_of(paper)));
  failed.add(Facet::kAuthor, !authors_.passes_any(columns_.authors_of(paper)));
  failed.add(Facet::kLanguage, !is_language_[static_cast<size_t>(traits.language())]);
  failed.add(Facet::kCode, with_code_ && !traits.has_code());
  failed.add(Facet::kSummary, without_summary_ && traits.has_summary());
  const WorkId work = works_.work_of(paper);
  for (const ChosenSets& each : sets_) failed.add(each.facet, !each.contain(work));
  return failed;
}

void FacetFilter::choose_set(const Library& library, const std::string& name) {
  const Facet facet = facet_of_set(fold(name));
  auto chosen =
      std::find_if(sets_.begin(), sets_.end(), [&](const ChosenSets& each) { return each.facet == facet; });
  if (chosen == sets_.end()) chosen = sets_.insert(chosen, ChosenSets{facet, {}});
  // An unknown set holds no work.
  if (const WorkSet* set = library.find_set(name)) chosen->sets.push_back(set);
}

}  // namespace broadsheet
