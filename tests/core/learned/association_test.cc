#include "core/learned/association.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/learned/learned.h"
#include "core/learned/sources.h"
#include "core/match/ranking.h"
#include "core/search/searcher.h"
#include "tests/core/learned/random_library.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

// Twenty papers about decoding in both languages, forty about graphs, and one of each language alone.
std::vector<DraftPaper> bilingual_papers() {
  const std::string english =
      " of large networks that learn from many examples with fewer steps and lower cost today";
  const std::string chinese = "大型网络从许多示例中学习步骤更少成本更低";
  std::vector<DraftPaper> papers;
  for (int i = 0; i < 60; ++i) {
    const bool about_decoding = i % 3 == 0;
    DraftPaper& paper = papers.emplace_back();
    paper.id = "2601.0" + std::to_string(1000 + i);
    paper.title = about_decoding ? "Speculative decoding" : "Graph pooling";
    paper.abstract = paper.title + english;
    paper.tldr = (about_decoding ? "推测解码" : "图池化层") + chinese;
    paper.motivation = paper.method = paper.result = paper.conclusion = "-";
  }
  papers.push_back({.id = "2601.09001",
                    .title = "Faster speculative decoding",
                    .tldr = "",
                    .abstract = "Speculative decoding"});
  papers.push_back({.id = "2601.09002", .title = "-", .tldr = "推测解码更快", .abstract = ""});
  return papers;
}

std::vector<std::string> learned_words(Library& library, std::string_view query,
                                       std::vector<std::string> excluded = {}) {
  Learned learned(library);
  std::vector<std::string> words;
  for (const LearnedWord& each :
       learned.associator().learn(sources_of(parse_query(query, false), query), excluded))
    words.emplace_back(learned.index().written(each.term));
  return words;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class AssociationTest : public ::testing::Test {
 protected:
  AssociationTest() { testing::add(library_, bilingual_papers()); }
  Library library_;
};

TEST_F(AssociationTest, FindsTheWordsOfTheOtherLanguageEitherWay) {
  const auto english = learned_words(library_, "推测解码");
  EXPECT_TRUE(contains(english, "speculative") && contains(english, "decoding"));
  EXPECT_FALSE(contains(english, "graph") || contains(english, "networks"));
  const auto chinese = learned_words(library_, "speculative decoding");
  EXPECT_TRUE(contains(chinese, "推测") && contains(chinese, "解码"));
  EXPECT_FALSE(contains(chinese, "池化") || contains(chinese, "网络"));
}

TEST_F(AssociationTest, LearnsNothingForWhatIsMeantLiterally) {
  for (const char* query :
       {"\"推测解码\"", "title:decoding", "+decoding", "decod*", "decoding~", "-decoding",
        "decoding OR graph", "decoding NEAR/3 speculative", "is:read", "date:2026-01", ""})
    EXPECT_TRUE(learned_words(library_, query).empty()) << query;
}

TEST_F(AssociationTest, LeavesOutWhatIsExcluded) {
  const auto words = learned_words(library_, "推测解码", {"decod"});
  EXPECT_TRUE(contains(words, "speculative"));
  EXPECT_FALSE(contains(words, "decoding"));
}

TEST_F(AssociationTest, LearnsNothingWhereNoPaperIsBilingual) {
  Library library;
  testing::add(library, {bilingual_papers().back(), bilingual_papers()[60]});
  EXPECT_TRUE(learned_words(library, "推测解码").empty());
}

SearchRequest also(std::string text) {
  SearchRequest request{.text = std::move(text)};
  request.also = true;
  return request;
}

std::vector<std::string> ids_of(const Library& library, const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.emplace_back(library.text(hit.paper).arxiv_id.id);
  return ids;
}

TEST_F(AssociationTest, ASearchOffersPapersOfTheOtherLanguageApart) {
  Searcher searcher(library_);
  ResultSet found = searcher.search(also("推测解码"));
  EXPECT_EQ(found.total(), 21u);
  EXPECT_EQ(ids_of(library_, found.also()), std::vector<std::string>{"2601.09001"});
  EXPECT_EQ(ids_of(library_, searcher.search(also("speculative decoding")).also()),
            std::vector<std::string>{"2601.09002"});
}

TEST_F(AssociationTest, ASearchFindsTheSameHitsWithLearningAsWithout) {
  Searcher searcher(library_);
  for (const char* query : {"推测解码", "graph", "decoding -graph", "title:graph", "nothing"}) {
    ResultSet with = searcher.search(also(query));
    ResultSet without = searcher.search({.text = query});
    ASSERT_EQ(with.total(), without.total());
    for (uint32_t i = 0; i < with.total(); ++i) {
      EXPECT_EQ(with.hit(i).paper, without.hit(i).paper);
      EXPECT_EQ(with.hit(i).score, without.hit(i).score);
    }
    EXPECT_TRUE(without.learned().empty() && without.also().empty());
  }
}

TEST_F(AssociationTest, OtherConditionsHoldForWhatLearnedWordsFind) {
  Searcher searcher(library_);
  EXPECT_EQ(searcher.search(also("推测解码 -faster")).also().size(), 0u);
  EXPECT_EQ(searcher.search(also("推测解码 date:2025")).also().size(), 0u);
  SearchRequest chosen = also("推测解码");
  chosen.categories = {"cs.CV"};
  EXPECT_EQ(searcher.search(chosen).also().size(), 0u);
  library_.define_set("is:dismissed", {"2601.09001"});
  SearchRequest hiding = also("推测解码");
  hiding.hidden_sets = {"is:dismissed"};
  EXPECT_EQ(searcher.search(hiding).also().size(), 0u);
}

// Association as the formulas say, over maps.
std::map<std::string, double> learned_by_model(const ForwardIndex& index,
                                               const std::vector<std::string>& stems,
                                               const std::vector<std::set<ForwardIndex::Row>>& holding) {
  std::map<std::string, double> weights;
  const auto add = [&](const std::set<ForwardIndex::Row>& rows, Script script) {
    std::map<std::string, uint32_t> counts;
    std::map<std::string, uint32_t> others;
    uint32_t held = 0;
    uint32_t all = 0;
    for (ForwardIndex::Row row = 0; row < index.row_count(); ++row) {
      if (!index.is_bilingual(row)) continue;
      ++all;
      const bool holds = rows.contains(row) && held < kNewestRows;
      held += holds ? 1 : 0;
      index.for_each(row, [&](ForwardIndex::Term term, TermCounts) {
        ++others[std::string(index.stem(term))];
        if (holds) ++counts[std::string(index.stem(term))];
      });
    }
    std::vector<std::pair<double, std::string>> kept;
    for (const auto& [stem, count] : counts) {
      if (script_of(stem) == script || count < 2 || count * double(all) <= 1.5 * held * others[stem])
        continue;
      const double cells[2][2] = {{double(count), double(held) - count},
                                  {double(others[stem]) - count, double(all) - held - others[stem] + count}};
      double sum = 0;
      for (int i = 0; i < 2; ++i) {
        for (int j = 0; j < 2; ++j) {
          const double expected = (cells[i][0] + cells[i][1]) * (cells[0][j] + cells[1][j]) / all;
          if (cells[i][j] > 0) sum += 2 * cells[i][j] * std::log(cells[i][j] / expected);
        }
      }
      kept.emplace_back(-sum, stem);
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
      return static_cast<float>(a.first) != static_cast<float>(b.first) ? a.first < b.first
                                                                        : a.second < b.second;
    });
    kept.resize(std::min(kept.size(), kKeptOfSource));
    double total = 0;
    for (const auto& [surprise, stem] : kept) total -= surprise;
    const double share = std::sqrt(inverse_document_frequency(index.row_count(), rows.size()));
    for (const auto& [surprise, stem] : kept) weights[stem] += -surprise / total * share;
  };
  for (size_t i = 0; i < stems.size(); ++i) {
    const Script script = script_of(stems[i]);
    add(holding[i], script);
    if (i == 0 || script != Script::kLetters || script_of(stems[i - 1]) != Script::kLetters) continue;
    std::set<ForwardIndex::Row> both;
    std::set_intersection(holding[i].begin(), holding[i].end(), holding[i - 1].begin(), holding[i - 1].end(),
                          std::inserter(both, both.end()));
    add(both, script);
  }
  return weights;
}

TEST_F(AssociationTest, WeighsAsTheFormulasSay) {
  Learned learned(library_);
  const ForwardIndex& index = learned.index();
  for (const std::vector<std::string>& stems : {std::vector<std::string>{"specul", "decod"},
                                                {"推测", "测解", "解码"},
                                                {"decod"},
                                                {"解码", "specul"}}) {
    std::vector<SourceTerm> sources;
    std::vector<std::set<ForwardIndex::Row>> holding;
    for (const std::string& stem : stems) {
      sources.push_back({stem, stem});
      holding.emplace_back();
      for (ForwardIndex::Row row = 0; row < index.row_count(); ++row)
        index.for_each(row, [&](ForwardIndex::Term term, TermCounts) {
          if (index.stem(term) == stem) holding.back().insert(row);
        });
    }
    std::map<std::string, double> expected = learned_by_model(index, stems, holding);
    ASSERT_FALSE(expected.empty());
    for (const LearnedWord& each : learned.associator().learn(sources, {})) {
      const std::string stem(index.stem(each.term));
      ASSERT_TRUE(expected.contains(stem)) << stem;
      EXPECT_NEAR(each.weight, expected[stem], 1e-4) << stem;
      expected.erase(stem);
    }
    EXPECT_TRUE(expected.empty());
  }
}

}  // namespace
}  // namespace broadsheet
