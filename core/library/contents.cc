#include "core/library/contents.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/base/order.h"

namespace broadsheet {
namespace {

constexpr uint32_t kNotShown = 0xFFFFFFFF;

class ContentsMaker {
 public:
  ContentsMaker(const Library& library, uint32_t most, const std::vector<std::string>& hidden_sets)
      : library_(library), facets_(library.facets()), read_(library.find_set("is:read")) {
    for (const std::string& name : hidden_sets) {
      if (const WorkSet* set = library.find_set(name)) hidden_.push_back(set);
    }
    const auto& newest = facets_.days_newest_first();
    place_of_.assign(facets_.days().size(), kNotShown);
    days_.resize(std::min<size_t>(most, newest.size()));
    index_.resize(days_.size());
    for (uint32_t i = 0; i < days_.size(); ++i) {
      place_of_[newest[i]] = i;
      days_[i].day = facets_.days().value(newest[i]);
    }
  }

  std::vector<DayContents> make() {
    for (const auto& volume : library_.volumes()) add_named(*volume);
    for (PaperOrdinal paper = 0; paper < library_.paper_count(); ++paper) add_paper(paper);
    count();
    return std::move(days_);
  }

 private:
  struct Seen {
    uint32_t day;
    WorkId work;
    uint32_t category;  // its index within the day, or kNotShown

    friend auto operator<=>(const Seen&, const Seen&) = default;
  };

  uint32_t category_in(uint32_t day, std::string_view name) {
    auto& categories = days_[day].categories;
    const auto [found, is_new] = index_[day].try_emplace(name, static_cast<uint32_t>(categories.size()));
    if (is_new) categories.push_back({name, 0, std::nullopt});
    return found->second;
  }

  // Adds what the digest's own table of contents says.
  void add_named(const Volume& volume) {
    const DigestHead digest = volume.head();
    const FacetId named = facets_.days().find(digest.date().empty() ? digest.name() : digest.date());
    const uint32_t day = named == kNoFacet ? kNotShown : place_of_[named];
    if (day == kNotShown) return;
    for (const Category& category : digest.categories()) {
      const uint32_t place = category_in(day, category.name);
      if (category.claimed && *category.claimed != category.read)
        days_[day].categories[place].claimed = category.claimed;
    }
  }

  void add_paper(PaperOrdinal paper) {
    const uint32_t day = place_of_[facets_.day_of(paper)];
    if (day == kNotShown) return;
    const WorkId work = library_.works().work_of(paper);
    const auto holds_work = [&](const WorkSet* set) { return set->contains(work); };
    if (std::any_of(hidden_.begin(), hidden_.end(), holds_work)) return;
    const FacetId category = facets_.category_of(paper);
    const uint32_t place =
        category == kNoFacet ? kNotShown : category_in(day, facets_.categories().value(category));
    seen_.push_back({day, work, place});
  }

  void count() {
    put_in_order(seen_);
    seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
    for (size_t i = 0; i < seen_.size(); ++i) {
      const Seen& each = seen_[i];
      const bool is_first = i == 0 || seen_[i - 1].day != each.day || seen_[i - 1].work != each.work;
      if (is_first) {
        ++days_[each.day].works;
        if (read_ == nullptr || !read_->contains(each.work)) ++days_[each.day].unread;
      }
      if (each.category != kNotShown) ++days_[each.day].categories[each.category].works;
    }
  }

  const Library& library_;
  const FacetColumns& facets_;
  const WorkSet* read_;  // nullptr if nothing was ever read
  std::vector<const WorkSet*> hidden_;
  std::vector<uint32_t> place_of_;  // for each day of the library, its index in days_ or kNotShown
  std::vector<DayContents> days_;
  std::vector<std::unordered_map<std::string_view, uint32_t>>
      index_;  // for each shown day, the indices of its categories
  std::vector<Seen> seen_;
};

}  // namespace

std::vector<DayContents> newest_contents(const Library& library, uint32_t most,
                                         const std::vector<std::string>& hidden_sets) {
  return ContentsMaker(library, most, hidden_sets).make();
}

}  // namespace broadsheet
