#include "core/learned/trends.h"

#include <algorithm>
#include <optional>

#include "core/learned/day_number.h"
#include "core/learned/log_likelihood.h"

namespace broadsheet {
namespace {

using Row = ForwardIndex::Row;
using Term = ForwardIndex::Term;

// The rows of one day, half-open: rows are ordered by day.
struct DayRows {
  std::string_view day;
  Row begin;
  Row end;
  bool is_new;
};

class TrendFinder {
 public:
  TrendFinder(const Library& library, const ForwardIndex& index, uint32_t days, size_t most)
      : library_(library), index_(index), most_(most) {
    find_days(static_cast<int>(std::clamp<uint32_t>(days, 1, kMostWindowDays)));
  }

  Trends find() {
    for (const DayRows& day : days_) (day.is_new ? trends_.after : trends_.before) += day.end - day.begin;
    count_days();
    compare_terms();
    find_authors();
    return std::move(trends_);
  }

 private:
  PaperOrdinal paper_of(Row row) const { return library_.works().first(index_.work_of(row)); }
  std::string_view date_of(Row row) const { return library_.facts(paper_of(row)).date; }

  // The days of both windows, the oldest first.
  void find_days(int length) {
    const std::optional<int> newest = index_.row_count() > 0 ? day_number(date_of(0)) : std::nullopt;
    for (Row row = 0; newest && row < index_.row_count();) {
      const std::string_view date = date_of(row);
      const std::optional<int> day = day_number(date);
      if (!day || *day <= *newest - 2 * length) break;
      Row end = row + 1;
      while (end < index_.row_count() && date_of(end) == date) ++end;
      days_.push_back({date, row, end, *day > *newest - length});
      row = end;
    }
    std::reverse(days_.begin(), days_.end());
  }

  void count_days() {
    const FacetColumns& facets = library_.facets();
    std::vector<uint32_t> works(facets.categories().size(), 0);
    for (const DayRows& day : days_) {
      for (Row row = day.begin; row < day.end; ++row) {
        const FacetId category = facets.category_of(paper_of(row));
        if (category != kNoFacet) ++works[category];
      }
    }
    std::vector<FacetId> order;
    for (FacetId id = 0; id < works.size(); ++id) {
      if (works[id] > 0) order.push_back(id);
    }
    const auto name = [&](FacetId id) { return facets.categories().value(id); };
    std::sort(order.begin(), order.end(), [&](FacetId a, FacetId b) {
      return works[a] != works[b] ? works[a] > works[b] : name(a) < name(b);
    });
    order.resize(std::min(order.size(), most_));
    std::vector<uint32_t> places(works.size(), 0xFFFFFFFF);
    for (uint32_t i = 0; i < order.size(); ++i) {
      places[order[i]] = i;
      trends_.categories.emplace_back(name(order[i]));
    }
    for (const DayRows& day : days_) {
      TrendDay& out = trends_.days.emplace_back(
          TrendDay{std::string(day.day), day.end - day.begin, std::vector<uint32_t>(order.size(), 0)});
      for (Row row = day.begin; row < day.end; ++row) {
        const FacetId category = facets.category_of(paper_of(row));
        if (category != kNoFacet && places[category] < order.size()) ++out.of_categories[places[category]];
      }
    }
  }

  void compare_terms() {
    struct Works {
      uint32_t before = 0;
      uint32_t after = 0;
    };
    std::vector<Works> counts(index_.term_count());
    for (const DayRows& day : days_) {
      for (Row row = day.begin; row < day.end; ++row) {
        index_.for_each(
            row, [&](Term term, TermCounts) { ++(day.is_new ? counts[term].after : counts[term].before); });
      }
    }
    const uint32_t all = trends_.before + trends_.after;
    const LogLikelihood surprise(all);
    std::vector<Found> rising;
    std::vector<Found> falling;
    for (Term term = 0; term < counts.size(); ++term) {
      const auto [before, after] = counts[term];
      const double ratio = surprise.ratio({after, trends_.after, before + after});
      if (ratio < kLeastSurprise) continue;
      const bool rises = uint64_t{after} * trends_.before > uint64_t{before} * trends_.after;
      (rises ? rising : falling).push_back({term, before, after, ratio});
    }
    std::vector<uint32_t> slots(index_.term_count(), 0);  // one more than the place among all told
    std::vector<TermTrend*> told;
    const auto tell = [&](std::vector<Found>& found, std::vector<TermTrend>& out) {
      std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
        return a.surprise != b.surprise ? a.surprise > b.surprise : index_.stem(a.term) < index_.stem(b.term);
      });
      found.resize(std::min(found.size(), most_));
      out.reserve(found.size());
      for (const Found& each : found) {
        out.push_back({std::string(index_.written(each.term)), each.before, each.after, each.surprise,
                       std::vector<uint32_t>(days_.size(), 0)});
        told.push_back(&out.back());
        slots[each.term] = static_cast<uint32_t>(told.size());
      }
    };
    tell(rising, trends_.rising);
    tell(falling, trends_.falling);
    for (size_t day = 0; day < days_.size(); ++day) {
      for (Row row = days_[day].begin; row < days_[day].end; ++row) {
        index_.for_each(row, [&](Term term, TermCounts) {
          if (slots[term] > 0) ++told[slots[term] - 1]->by_day[day];
        });
      }
    }
  }

  void find_authors() {
    if (days_.empty()) return;
    const FacetColumns& facets = library_.facets();
    std::vector<uint32_t> works(facets.authors().size(), 0);
    std::vector<bool> is_known(works.size());
    Row end_of_new = 0;
    for (const DayRows& day : days_) end_of_new = std::max(end_of_new, day.is_new ? day.end : 0);
    for (Row row = 0; row < index_.row_count(); ++row) {
      for (const FacetId author : facets.authors_of(paper_of(row))) {
        if (row < end_of_new) {
          ++works[author];
        } else {
          is_known[author] = true;
        }
      }
    }
    for (FacetId author = 0; author < works.size(); ++author) {
      if (!is_known[author] && works[author] >= kWorksOfNewAuthor)
        trends_.new_authors.push_back({std::string(facets.authors().value(author)), works[author]});
    }
    std::sort(trends_.new_authors.begin(), trends_.new_authors.end(),
              [](const NewAuthor& a, const NewAuthor& b) {
                return a.works != b.works ? a.works > b.works : a.name < b.name;
              });
    trends_.new_authors.resize(std::min(trends_.new_authors.size(), most_));
  }

  struct Found {
    Term term;
    uint32_t before;
    uint32_t after;
    double surprise;
  };
  const Library& library_;
  const ForwardIndex& index_;
  size_t most_;
  std::vector<DayRows> days_;
  Trends trends_;
};

}  // namespace

Trends trends_of(const Library& library, const ForwardIndex& index, uint32_t days, size_t most) {
  return TrendFinder(library, index, days, most).find();
}

}  // namespace broadsheet
