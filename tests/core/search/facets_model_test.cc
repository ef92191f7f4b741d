// Random libraries and random choices: every facet must count what plain reading of all papers counts.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/search/author_names.h"
#include "core/search/searcher.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/facets.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;
using Counts = std::map<std::string, uint32_t>;
using Ids = std::set<std::string>;

const std::vector<std::string> kNames = {"Wei Zhang", "Zhang Wei", "Ada Lovelace", "Güttel", "A. Turing"};
const std::vector<std::string> kCategories = {"cs.LG", "cs.CL", "math.CO"};
const std::vector<std::string> kDays = {"2026-01-13", "2026-01-14", "2026-01-15", "2026-02-01"};
const std::vector<std::string> kSummaries = {"short", "大模型压缩", "テストです",
                                             "압축",  "N/A",        "see github.com/a/b"};
const std::vector<std::string> kSets = {"is:read",      "is:starred", "is:noted",
                                        "is:dismissed", "tag:a",      "tag:b"};

// As the request names them; sets beside "is:unread", which is what "is:read" does not hold.
struct Facts {
  std::string work, day, category, language;
  std::vector<std::string> authors;
  bool code, summary;
};

class Model {
 public:
  Model(const Library& library, std::map<std::string, Ids> sets) : sets_(std::move(sets)) {
    for (PaperOrdinal i = 0; i < library.paper_count(); ++i) {
      const PaperFacts& facts = library.facts(i);
      const Paper& paper = library.text(i);
      papers_.push_back({library.work_name(i),
                         std::string(facts.date),
                         std::string(paper.categories.front()),
                         std::string(kLanguageCodes[static_cast<size_t>(facts.language)]),
                         {paper.authors.begin(), paper.authors.end()},
                         facts.has_code,
                         facts.has_summary});
    }
  }

  bool in_set(const std::string& name, const std::string& work) const {
    if (name == "is:unread") return !in_set("is:read", work);
    return sets_.contains(name) && sets_.at(name).contains(work);
  }

  // The works that pass all choices but those of the ignored facet, by each value that `values_of` finds in
  // their papers.
  Counts count(const SearchRequest& request, const std::string& ignored,
               const std::function<std::vector<std::string>(const Facts&)>& values_of) const {
    std::map<std::string, Ids> works;
    for (const Facts& paper : papers_) {
      if (!passes(paper, request, ignored) || is_hidden(paper.work, request)) continue;
      for (const std::string& value : values_of(paper)) works[value].insert(paper.work);
    }
    Counts counts;
    for (const auto& [value, ids] : works) counts[value] = static_cast<uint32_t>(ids.size());
    return counts;
  }

  bool is_hidden(const std::string& work, const SearchRequest& request) const {
    return std::any_of(request.hidden_sets.begin(), request.hidden_sets.end(),
                       [&](const std::string& set) { return !has(request.sets, set) && in_set(set, work); });
  }

 private:
  static bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  }
  static bool is_chosen_day(const std::string& chosen, const std::string& day) {
    const size_t dots = chosen.find("..");
    if (dots != std::string::npos) return day >= chosen.substr(0, dots) && day <= chosen.substr(dots + 2);
    return day.starts_with(chosen);
  }
  static std::string facet_of(const std::string& set) {
    return set.starts_with("tag:") ? "tag" : set == "is:unread" ? "is:read" : set;
  }

  bool passes(const Facts& paper, const SearchRequest& request, const std::string& ignored) const {
    const auto asked = [&](const std::string& facet, const auto& chosen) {
      return facet != ignored && !chosen.empty();
    };
    if (asked("category", request.categories) && !has(request.categories, paper.category)) return false;
    if (asked("language", request.languages) && !has(request.languages, paper.language)) return false;
    if (asked("day", request.days) &&
        std::none_of(request.days.begin(), request.days.end(),
                     [&](const std::string& day) { return is_chosen_day(day, paper.day); }))
      return false;
    if (asked("author", request.authors) &&
        std::none_of(paper.authors.begin(), paper.authors.end(),
                     [&](const std::string& author) { return has(request.authors, author); }))
      return false;
    if (ignored != "code" && request.with_code && !paper.code) return false;
    if (ignored != "summary" && request.without_summary && paper.summary) return false;
    std::map<std::string, bool> found;
    for (const std::string& set : request.sets) found[facet_of(set)] |= in_set(set, paper.work);
    return std::all_of(found.begin(), found.end(),
                       [&](const auto& facet) { return facet.first == ignored || facet.second; });
  }

  std::vector<Facts> papers_;
  std::map<std::string, Ids> sets_;
};

class Dice {
 public:
  explicit Dice(uint32_t seed) : random_(seed) {}
  size_t below(size_t n) { return random_() % n; }
  const std::string& pick(const std::vector<std::string>& words) { return words[below(words.size())]; }
  std::vector<std::string> some(const std::vector<std::string>& words) {
    std::vector<std::string> chosen;
    while (below(3) == 0) chosen.push_back(pick(words));
    return chosen;
  }

 private:
  std::mt19937 random_;
};

std::vector<DraftPaper> random_papers(Dice& dice) {
  std::vector<DraftPaper> papers(dice.below(20) + 1);
  for (DraftPaper& paper : papers) {
    paper.id = "2601.0" + std::to_string(1000 + dice.below(60));
    paper.authors = dice.pick(kNames) + "," + dice.pick(kNames);
    paper.category = dice.pick(kCategories);
    paper.tldr = dice.pick(kSummaries);
  }
  return papers;
}

SearchRequest random_request(Dice& dice) {
  SearchRequest request;
  request.categories = dice.some(kCategories);
  request.authors = dice.some(kNames);
  request.languages = dice.some({"en", "zh", "ja", "ko"});
  request.days = dice.some({"2026-01-13", "2026-01-14..2026-01-15", "2026-01", "2026-01-15..2026-03-01",
                            "2025-01-01..2025-02-01"});
  request.sets = dice.some({"is:read", "is:unread", "is:starred", "is:noted", "tag:a", "tag:b", "tag:none"});
  request.with_code = dice.below(6) == 0;
  request.without_summary = dice.below(6) == 0;
  if (dice.below(2) == 0) request.hidden_sets.push_back("is:dismissed");
  if (dice.below(4) == 0) request.hidden_sets.push_back("is:read");
  return request;
}

Counts without_zeros(const std::vector<testing::NamedCount>& counts) {
  Counts named;
  for (const auto& [value, count] : counts) {
    if (count > 0) named[std::string(value)] = count;
  }
  return named;
}

uint32_t all_of(const Counts& counts) { return counts.contains("") ? counts.at("") : 0; }

void expect_counts(const Library& library, const ResultSet& actual, const Model& model,
                   const SearchRequest& request) {
  using Values = std::vector<std::string>;
  const auto each = [](const Facts&) { return Values{""}; };
  EXPECT_EQ(actual.total(), all_of(model.count(request, "", each)));
  EXPECT_EQ(without_zeros(testing::category_counts(library, actual)),
            model.count(request, "category", [](const Facts& paper) { return Values{paper.category}; }));
  const auto day_of = [](const Facts& paper) { return Values{paper.day}; };
  EXPECT_EQ(without_zeros(testing::day_counts(library, actual)), model.count(request, "day", day_of));
  const auto read_day_of = [&](const Facts& paper) {
    return model.in_set("is:read", paper.work) ? Values{paper.day} : Values{};
  };
  EXPECT_EQ(without_zeros(testing::read_day_counts(library, actual)),
            model.count(request, "day", read_day_of));
  Counts authors = without_zeros(testing::author_counts(library, actual));
  EXPECT_EQ(authors, model.count(request, "author", [](const Facts& paper) { return paper.authors; }));
  Counts languages;
  for (size_t i = 0; i < kLanguageCodes.size(); ++i) {
    if (const uint32_t count = actual.facets().languages[i]; count > 0)
      languages[std::string(kLanguageCodes[i])] = count;
  }
  EXPECT_EQ(languages,
            model.count(request, "language", [](const Facts& paper) { return Values{paper.language}; }));
  const auto with_code = [](const Facts& paper) { return paper.code ? Values{""} : Values{}; };
  EXPECT_EQ(actual.facets().with_code, all_of(model.count(request, "code", with_code)));
  const auto without_summary = [](const Facts& paper) { return paper.summary ? Values{} : Values{""}; };
  EXPECT_EQ(actual.facets().without_summary, all_of(model.count(request, "summary", without_summary)));
}

void expect_set_counts(const Library& library, const ResultSet& actual, const Model& model,
                       const SearchRequest& request) {
  for (const WorkSets::Entry& set : library.sets()) {
    const std::string name(set.name);
    const std::string facet = name.starts_with("tag:") ? "tag" : name == "is:unread" ? "is:read" : name;
    SearchRequest asked = request;
    // What is hidden as read alone counts as read.
    const bool hides_read =
        std::find(request.hidden_sets.begin(), request.hidden_sets.end(), "is:read") !=
            request.hidden_sets.end() &&
        std::find(request.sets.begin(), request.sets.end(), "is:read") == request.sets.end();
    if (name == "is:read" && hides_read) std::erase(asked.hidden_sets, "is:read");
    const Counts counts = model.count(asked, facet, [&](const Facts& paper) {
      return model.in_set(name, paper.work) ? std::vector<std::string>{""} : std::vector<std::string>{};
    });
    EXPECT_EQ(actual.facets().sets[*library.set_number(name)], all_of(counts)) << name;
  }
}

TEST(FacetsModel, EveryFacetCountsWhatPlainReadingCountsWhateverIsChosen) {
  size_t with_hits = 0;
  for (uint32_t seed = 0; seed < 40; ++seed) {
    Dice dice(seed);
    Library library;
    for (const std::string& day : kDays) testing::add(library, random_papers(dice), day + ".md");
    std::map<std::string, Ids> sets;
    for (const std::string& name : kSets) {
      for (size_t i = dice.below(12); i > 0; --i)
        sets[name].insert(library.work_name(static_cast<PaperOrdinal>(dice.below(library.paper_count()))));
      library.define_set(name, {sets[name].begin(), sets[name].end()});
    }
    const Model model(library, sets);
    Searcher searcher(library);
    for (int round = 0; round < 60; ++round) {
      const SearchRequest request = random_request(dice);
      const ResultSet actual = searcher.search(request);
      SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
      expect_counts(library, actual, model, request);
      expect_set_counts(library, actual, model, request);
      if (HasFailure()) return;
      with_hits += actual.total() > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(with_hits, 400u);  // the comparison must compare something
}

TEST(FacetsModel, AuthorsFoundByNameAreCountedAsInTheListOfAll) {
  size_t found = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    Library library;
    for (const std::string& day : kDays) testing::add(library, random_papers(dice), day + ".md");
    Searcher searcher(library);
    for (int round = 0; round < 20; ++round) {
      const SearchRequest request = random_request(dice);
      const ResultSet result = searcher.search(request);
      AuthorNames names;
      for (const char* typed : {"zhang", "guttel", "a"}) {
        const std::vector<bool> wanted = names.find(library.facets().authors(), typed);
        std::vector<std::pair<FacetId, uint32_t>> expected;
        for (const FacetCount& each : result.facets().authors) {
          if (wanted[each.value] && each.count > 0) expected.emplace_back(each.value, each.count);
        }
        std::vector<std::pair<FacetId, uint32_t>> actual;
        for (const FacetCount& each : searcher.authors(result.query(), request, wanted))
          actual.emplace_back(each.value, each.count);
        EXPECT_EQ(actual, expected) << typed << " seed " << seed;
        found += actual.size();
      }
    }
  }
  EXPECT_GT(found, 400u);
}

}  // namespace
}  // namespace broadsheet
