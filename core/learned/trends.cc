#include "core/learned/trends.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/order.h"
#include "core/learned/day_number.h"
#include "core/learned/log_likelihood.h"
#include "core/learned/title_phrases.h"
#include "core/learned/whole_words.h"
#include "core/text/function_words.h"

namespace broadsheet {
namespace {

using Row = ForwardIndex::Row;
using Term = ForwardIndex::Term;

// Several pairs of ideographs may be one word.
constexpr size_t kWordsPerTerm = 4;

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
    keep_first(order, most_, [&](FacetId a, FacetId b) {
      return works[a] != works[b] ? works[a] > works[b] : name(a) < name(b);
    });
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

  // What is compared: a term of the index, or a phrase, by its place in phrases_.all().
  struct Found {
    bool is_phrase;
    uint32_t number;
    uint32_t before;
    uint32_t after;
    double surprise;
    std::string text;                   // of a term its stem: breaks ties
    std::vector<Row> rows = {};         // of a term: the newest works that have it, kTextsOfWord at most
    std::vector<uint32_t> by_day = {};  // one per day
  };

  // Works of both windows that have a term, and how many of them in the title.
  struct TermWorks {
    uint32_t before = 0;
    uint32_t after = 0;
    uint32_t titles_before = 0;
    uint32_t titles_after = 0;
  };

  std::string_view title_of(Row row) const { return library_.text(paper_of(row)).title; }

  struct Totals {
    uint32_t before = 0;
    uint32_t after = 0;
  };

  // Counts the terms of the row whose script it has a text in. They ascend, and those of a script are a
  // range.
  void count_terms(Row row, bool is_new) {
    row_terms_.clear();
    std::array<size_t, kScriptCount + 1> begins{};
    size_t script = 0;
    const auto end_scripts = [&](size_t before) {
      while (script < before) begins[++script] = row_terms_.size();
    };
    index_.for_each(row, [&](Term term, TermCounts counts) {
      while (term >= index_.end_of(static_cast<Script>(script))) end_scripts(script + 1);
      row_terms_.emplace_back(term, counts.title > 0);
    });
    end_scripts(kScriptCount);
    size_t most = 0;
    for (size_t each = 0; each < kScriptCount; ++each) most = std::max(most, begins[each + 1] - begins[each]);
    const auto works = is_new ? &TermWorks::after : &TermWorks::before;
    const auto titles = is_new ? &TermWorks::titles_after : &TermWorks::titles_before;
    bool has_main = false;
    for (size_t each = 0; each < kScriptCount; ++each) {
      const std::span terms = std::span(row_terms_).subspan(begins[each], begins[each + 1] - begins[each]);
      const bool is_main = !has_main && terms.size() == most;
      has_main = has_main || is_main;
      const bool is_text = !terms.empty() && (is_main || terms.size() >= ForwardIndex::kTextTerms);
      if (is_text) ++(is_new ? totals_[each].after : totals_[each].before);
      for (const auto& [term, in_title] : terms) {
        TermWorks& of = terms_[term];
        of.*works += is_text ? 1 : 0;
        of.*titles += in_title ? 1 : 0;
      }
    }
  }

  void compare_terms() {
    terms_.resize(index_.term_count());
    for (const DayRows& day : days_) {
      for (Row row = day.begin; row < day.end; ++row) {
        count_terms(row, day.is_new);
        phrases_.count(title_of(row), day.is_new);
      }
    }
    std::vector<Found> rising;
    std::vector<Found> falling;
    const auto compare = [&](bool is_phrase, uint32_t number, uint32_t before, uint32_t after,
                             const Totals& of, const LogLikelihood& log_likelihood) {
      const double surprise = log_likelihood.ratio({after, of.after, before + after});
      const bool is_pair = !is_phrase && index_.script(number) != Script::kLetters;
      if (surprise < (is_pair ? kLeastSurpriseOfPair : kLeastSurprise)) return;
      const double change = (after + 1.0) * (of.before + 1) / ((before + 1.0) * (of.after + 1));
      if (change < kLeastChange && change > 1 / kLeastChange) return;
      (change > 1 ? rising : falling)
          .push_back({is_phrase, number, before, after, surprise,
                      is_phrase ? phrases_.text(number) : std::string(index_.stem(number))});
    };
    for (size_t script = 0; script < kScriptCount; ++script) {
      const Totals& of = totals_[script];
      const LogLikelihood log_likelihood(of.before + of.after);
      const Term end = index_.end_of(static_cast<Script>(script));
      for (Term term = script == 0 ? 0 : index_.end_of(static_cast<Script>(script - 1)); term < end; ++term) {
        if (terms_[term].before + terms_[term].after == 0 || is_function_word(index_.written(term))) continue;
        compare(false, term, terms_[term].before, terms_[term].after, of, log_likelihood);
      }
    }
    const Totals all{trends_.before, trends_.after};
    const LogLikelihood log_likelihood(all.before + all.after);
    for (uint32_t i = 0; i < phrases_.all().size(); ++i)
      compare(true, i, phrases_.all()[i].before, phrases_.all()[i].after, all, log_likelihood);
    choose(rising, &TermWorks::titles_after, &TitlePhrases::Phrase::after);
    choose(falling, &TermWorks::titles_before, &TitlePhrases::Phrase::before);
    find_works(rising, falling);
    tell(rising, trends_.rising);
    tell(falling, trends_.falling);
  }

  // Leaves words to phrases, and phrases to longer ones. The counts are those of the window that has more.
  // Cost: O(found + stems of the phrases among them).
  void leave_to_phrases(std::vector<Found>& found, uint32_t TermWorks::*titles,
                        uint32_t TitlePhrases::Phrase::*works) const {
    std::unordered_map<std::string, uint32_t> most;  // by stems: works of the phrase that has most of them
    std::set<std::string> compounds;                 // of a phrase's words, as the index also has them
    for (const Found& each : found) {
      if (!each.is_phrase) continue;
      const TitlePhrases::Phrase& phrase = phrases_.all()[each.number];
      std::string compound = each.text;
      std::erase(compound, ' ');
      compounds.insert(std::move(compound));
      for (uint32_t count = 1; count < phrase.words; ++count) {
        for (uint32_t first = 0; first + count <= phrase.words; ++first) {
          uint32_t& of = most[stems_of_phrase(phrase, first, count)];
          of = std::max(of, phrase.*works);
        }
      }
    }
    std::erase_if(found, [&](const Found& each) {
      if (!each.is_phrase && compounds.contains(std::string(index_.written(each.number)))) return true;
      const TitlePhrases::Phrase* phrase = each.is_phrase ? &phrases_.all()[each.number] : nullptr;
      const auto longer = most.find(phrase != nullptr ? stems_of_phrase(*phrase, 0, phrase->words)
                                                      : std::string(index_.stem(each.number)));
      const uint32_t own = phrase != nullptr ? phrase->*works : terms_[each.number].*titles;
      return longer != most.end() && longer->second >= kPhraseShare * own;
    });
  }

  std::string stems_of_phrase(const TitlePhrases::Phrase& phrase, uint32_t first, uint32_t count) const {
    std::string all;
    for (uint32_t i = first; i < first + count; ++i)
      all.append(i > first ? " " : "").append(phrases_.stem(phrase, i));
    return all;
  }

  // Leaves what may be told: several pairs of ideographs may be one word.
  void choose(std::vector<Found>& found, uint32_t TermWorks::*titles,
              uint32_t TitlePhrases::Phrase::*works) const {
    leave_to_phrases(found, titles, works);
    keep_first(found, kWordsPerTerm * most_, [&](const Found& a, const Found& b) {
      return a.surprise != b.surprise ? a.surprise > b.surprise : a.text < b.text;
    });
  }

  // Finds the works of all that may be told in one walk, the newest first. Nothing both rises and falls.
  void find_works(std::vector<Found>& rising, std::vector<Found>& falling) const {
    std::vector<Found*> of_terms(index_.term_count(), nullptr);
    std::vector<Found*> of_phrases(phrases_.all().size(), nullptr);
    for (std::vector<Found>* list : {&rising, &falling}) {
      for (Found& each : *list) {
        each.by_day.resize(days_.size());
        (each.is_phrase ? of_phrases : of_terms)[each.number] = &each;
      }
    }
    uint32_t end_of_works = trends_.before + trends_.after;  // they were counted from the oldest day on
    for (size_t day = days_.size(); day-- > 0;) {
      uint32_t work = end_of_works -= days_[day].end - days_[day].begin;
      for (Row row = days_[day].begin; row < days_[day].end; ++row, ++work) {
        index_.for_each(row, [&](Term term, TermCounts) {
          Found* const found = of_terms[term];
          if (found == nullptr) return;
          ++found->by_day[day];
          if (found->rows.size() < kTextsOfWord) found->rows.push_back(row);
        });
        for (const uint32_t phrase : phrases_.of_work(work)) {
          if (Found* const found = of_phrases[phrase]) ++found->by_day[day];
        }
      }
    }
  }

  void tell(std::vector<Found>& found, std::vector<TermTrend>& out) const {
    for (Found& each : found) {
      if (out.size() == most_) break;
      std::string words = words_of(each);
      const bool is_told = std::any_of(out.begin(), out.end(), [&](const TermTrend& other) {
        return is_part_of(words, other.text) || is_part_of(other.text, words);
      });
      if (!is_told)
        out.push_back({std::move(words), each.is_phrase, each.before, each.after, each.surprise,
                       std::move(each.by_day)});
    }
  }

  // Whether `part` says no more than `whole`: one word of ideographs is several pairs, and a compound has
  // words of its own.
  static bool is_part_of(std::string_view part, std::string_view whole) {
    const size_t at = whole.find(part);
    if (at == std::string_view::npos) return false;
    if (script_of(part) != Script::kLetters) return true;
    const bool begins = at == 0 || whole[at - 1] == '-';
    const bool ends = at + part.size() == whole.size() || whole[at + part.size()] == '-';
    return begins && ends;
  }

  // As it is told: a pair of ideographs as a word, a compound as it is written.
  std::string words_of(const Found& found) const {
    if (found.is_phrase) return found.text;
    std::vector<std::string_view> texts;
    for (const Row row : found.rows) {
      const Paper& paper = library_.text(paper_of(row));
      texts.push_back(paper.title);
      for (const TextField field : {TextField::kTldr, TextField::kAbstract}) {
        if (const auto& text = paper.text(field)) texts.push_back(*text);
      }
    }
    const std::string_view written = index_.written(found.number);
    return index_.script(found.number) == Script::kHan ? ideograph_word(written, texts)
                                                       : compound_as_written(written, texts);
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
    keep_first(trends_.new_authors, most_, [](const NewAuthor& a, const NewAuthor& b) {
      return a.works != b.works ? a.works > b.works : a.name < b.name;
    });
  }

  const Library& library_;
  const ForwardIndex& index_;
  size_t most_;
  std::vector<DayRows> days_;
  std::vector<TermWorks> terms_;
  std::array<Totals, kScriptCount> totals_;  // works that have a text in the script
  std::vector<std::pair<Term, bool>> row_terms_;
  TitlePhrases phrases_;
  Trends trends_;
};

}  // namespace

Trends trends_of(const Library& library, const ForwardIndex& index, uint32_t days, size_t most) {
  return TrendFinder(library, index, days, most).find();
}

}  // namespace broadsheet
