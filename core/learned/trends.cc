#include "core/learned/trends.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/order.h"
#include "core/learned/day_number.h"
#include "core/learned/log_likelihood.h"
#include "core/learned/title_phrases.h"
#include "core/learned/whole_words.h"

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
    std::string_view text;  // of a term its stem: breaks ties
    uint32_t before;
    uint32_t after;
    double surprise;
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

  // Counts the terms of the row whose script it has a text in.
  void count_terms(Row row, bool is_new) {
    row_terms_.clear();
    std::array<uint32_t, kScriptCount> of_script{};
    index_.for_each(row, [&](Term term, TermCounts counts) {
      row_terms_.emplace_back(term, counts.title > 0);
      ++of_script[static_cast<size_t>(index_.script(term))];
    });
    const size_t main =
        static_cast<size_t>(std::max_element(of_script.begin(), of_script.end()) - of_script.begin());
    const auto has_text = [&](size_t script) {
      return of_script[script] > 0 && (script == main || of_script[script] >= ForwardIndex::kTextTerms);
    };
    for (size_t script = 0; script < kScriptCount; ++script) {
      if (has_text(script)) ++(is_new ? totals_[script].after : totals_[script].before);
    }
    for (const auto& [term, in_title] : row_terms_) {
      TermWorks& works = terms_[term];
      if (in_title) ++(is_new ? works.titles_after : works.titles_before);
      if (has_text(static_cast<size_t>(index_.script(term)))) ++(is_new ? works.after : works.before);
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
    const auto compare = [&](Found found, const Totals& of, const LogLikelihood& surprise) {
      found.surprise = surprise.ratio({found.after, of.after, found.before + found.after});
      const bool is_pair = !found.is_phrase && index_.script(found.number) != Script::kLetters;
      if (found.surprise < (is_pair ? kLeastSurpriseOfPair : kLeastSurprise)) return;
      const double change = (found.after + 1.0) * (of.before + 1) / ((found.before + 1.0) * (of.after + 1));
      if (change >= kLeastChange) rising.push_back(found);
      if (change <= 1 / kLeastChange) falling.push_back(found);
    };
    for (size_t script = 0; script < kScriptCount; ++script) {
      const Totals& of = totals_[script];
      const LogLikelihood surprise(of.before + of.after);
      const Term end = index_.end_of(static_cast<Script>(script));
      for (Term term = script == 0 ? 0 : index_.end_of(static_cast<Script>(script - 1)); term < end; ++term) {
        if (is_function_word(index_.written(term))) continue;
        compare({false, term, index_.stem(term), terms_[term].before, terms_[term].after, 0}, of, surprise);
      }
    }
    const Totals all{trends_.before, trends_.after};
    const LogLikelihood surprise(all.before + all.after);
    for (uint32_t i = 0; i < phrases_.all().size(); ++i) {
      const TitlePhrases::Phrase& phrase = phrases_.all()[i];
      compare({true, i, phrase.text, phrase.before, phrase.after, 0}, all, surprise);
    }
    tell(rising, &TermWorks::titles_after, &TitlePhrases::Phrase::after, trends_.rising);
    tell(falling, &TermWorks::titles_before, &TitlePhrases::Phrase::before, trends_.falling);
    count_by_day();
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
      std::string compound = phrase.text;
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
      all.append(i > first ? " " : "").append(phrases_.stem(phrase.stems[i]));
    return all;
  }

  void tell(std::vector<Found>& found, uint32_t TermWorks::*titles, uint32_t TitlePhrases::Phrase::*works,
            std::vector<TermTrend>& out) {
    leave_to_phrases(found, titles, works);
    keep_first(found, kWordsPerTerm * most_, [&](const Found& a, const Found& b) {
      return a.surprise != b.surprise ? a.surprise > b.surprise : a.text < b.text;
    });
    const std::vector<std::string> words = words_of(found);
    out.reserve(std::min(found.size(), most_));
    for (size_t i = 0; i < found.size() && out.size() < most_; ++i) {
      const bool is_told = std::any_of(out.begin(), out.end(), [&](const TermTrend& each) {
        return is_part_of(words[i], each.text) || is_part_of(each.text, words[i]);
      });
      if (is_told) continue;
      const Found& each = found[i];
      out.push_back({words[i], each.is_phrase, each.before, each.after, each.surprise,
                     std::vector<uint32_t>(days_.size(), 0)});
      (each.is_phrase ? told_phrases_ : told_terms_).emplace(each.number, &out.back());
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

  // As they are told: pairs of ideographs as words, compounds as they are written. They are looked up in the
  // newest works that have them.
  std::vector<std::string> words_of(const std::vector<Found>& found) const {
    std::vector<uint32_t> slots(index_.term_count(), 0);  // one more than the place in found
    for (size_t i = 0; i < found.size(); ++i) {
      if (!found[i].is_phrase) slots[found[i].number] = static_cast<uint32_t>(i + 1);
    }
    std::vector<std::vector<Row>> rows(found.size());
    for (auto day = days_.rbegin(); day != days_.rend(); ++day) {
      for (Row row = day->begin; row < day->end; ++row) {
        index_.for_each(row, [&](Term term, TermCounts) {
          if (slots[term] > 0 && rows[slots[term] - 1].size() < kTextsOfWord)
            rows[slots[term] - 1].push_back(row);
        });
      }
    }
    std::vector<std::string> words;
    for (size_t i = 0; i < found.size(); ++i) {
      const Found& each = found[i];
      if (each.is_phrase) {
        words.emplace_back(each.text);
        continue;
      }
      std::vector<std::string_view> texts;
      for (const Row row : rows[i]) {
        const Paper& paper = library_.text(paper_of(row));
        texts.push_back(paper.title);
        for (const TextField field : {TextField::kTldr, TextField::kAbstract}) {
          if (const auto& text = paper.text(field)) texts.push_back(*text);
        }
      }
      const std::string_view written = index_.written(each.number);
      words.push_back(index_.script(each.number) == Script::kHan ? ideograph_word(written, texts)
                                                                 : compound_as_written(written, texts));
    }
    return words;
  }

  void count_by_day() {
    std::vector<TermTrend*> of_terms(index_.term_count(), nullptr);
    for (const auto& [term, trend] : told_terms_) of_terms[term] = trend;
    uint32_t work = 0;  // counted in this order, too
    for (size_t day = 0; day < days_.size(); ++day) {
      for (Row row = days_[day].begin; row < days_[day].end; ++row) {
        index_.for_each(row, [&](Term term, TermCounts) {
          if (of_terms[term] != nullptr) ++of_terms[term]->by_day[day];
        });
        for (const uint32_t phrase : phrases_.of_work(work)) {
          if (const auto told = told_phrases_.find(phrase); told != told_phrases_.end())
            ++told->second->by_day[day];
        }
        ++work;
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
  std::unordered_map<Term, TermTrend*> told_terms_;
  std::unordered_map<uint32_t, TermTrend*> told_phrases_;
  Trends trends_;
};

}  // namespace

Trends trends_of(const Library& library, const ForwardIndex& index, uint32_t days, size_t most) {
  return TrendFinder(library, index, days, most).find();
}

}  // namespace broadsheet
