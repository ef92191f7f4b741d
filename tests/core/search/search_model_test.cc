// Random libraries and random queries: the index must give what plain reading gives.
#include "tests/core/search/search_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "core/match/proximity.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/facets.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

class Dice {
 public:
  explicit Dice(uint32_t seed) : random_(seed) {}
  size_t below(size_t n) { return random_() % n; }
  const std::string& pick(const std::vector<std::string>& words) { return words[below(words.size())]; }

 private:
  std::mt19937 random_;
};

const std::vector<std::string> kWords = {
    "sparse",      "attention",  "attentions", "model",    "models",   "modeling", "mod",      "compress",
    "compression", "compressed", "LLaMA-7B",   "low-rank", "1.25-bit", "大模型",   "模型",     "压缩",
    "大",          "型",         "graph",      "Graphs",   "naïve",    "the",      "$\\beta$", "压 缩"};
const std::vector<std::string> kNames = {"Wei Zhang", "Zhang Wei", "Ada Lovelace", "Güttel", "A. Turing"};
const std::vector<std::string> kCategories = {"cs.LG", "cs.CL", "math.CO"};

std::string sentence(Dice& dice, size_t longest) {
  std::string text;
  for (size_t i = dice.below(longest) + 1; i > 0; --i) text += (text.empty() ? "" : " ") + dice.pick(kWords);
  return text;
}

std::vector<DraftPaper> random_papers(Dice& dice) {
  std::vector<DraftPaper> papers(dice.below(12) + 1);
  for (DraftPaper& paper : papers) {
    paper.id = "2601.0" + std::to_string(1000 + dice.below(50));
    paper.title = sentence(dice, 5);
    paper.authors = dice.pick(kNames) + "," + dice.pick(kNames);
    paper.category = dice.pick(kCategories);
    paper.tldr = sentence(dice, 8);
    paper.abstract = sentence(dice, 30);
  }
  return papers;
}

std::string random_leaf(Dice& dice) {
  const std::vector<std::string> fields = {"title:", "tldr:", "abstract:", "author:"};
  const std::vector<std::string> filters = {
      "id:2601.01",       "date:2026-01-14",   "date:2026-01-13..2026-01-14",
      "after:2026-01-14", "before:2026-01-15", "has:math",
      "has:summary",      "is:read",           "lang:zz"};
  const size_t kind = dice.below(16);
  if (kind == 0) return "cat:" + dice.pick(kCategories);
  if (kind == 1) return dice.pick(filters);
  const std::string field = kind < 5 ? dice.pick(fields) : "";
  if (kind % 3 == 0) return field + "\"" + dice.pick(kWords) + " " + dice.pick(kWords) + "\"";
  if (kind == 4 || kind == 5)
    return field + dice.pick(kWords) + " NEAR/" + std::to_string(dice.below(4)) + " " + dice.pick(kWords);
  if (kind == 7) return dice.pick(kWords).substr(0, 3) + "*";
  if (kind == 8 || kind == 10) {
    std::string word = dice.pick({"sparse", "attention", "models", "compression", "graph"});
    word.erase(dice.below(word.size()), 1);
    return word + "~";
  }
  return field + dice.pick(kWords);
}

std::string random_query(Dice& dice, int depth = 0) {
  std::string text;
  for (size_t i = dice.below(3) + 1; i > 0; --i) {
    if (!text.empty()) text += dice.below(4) == 0 ? " OR " : " ";
    if (dice.below(5) == 0) text += '-';
    if (depth < 2 && dice.below(5) == 0) {
      text += (dice.below(3) == 0 ? "title:(" : "(") + random_query(dice, depth + 1) + ")";
    } else {
      text += random_leaf(dice);
    }
  }
  if (depth == 0 && dice.below(3) == 0 && static_cast<unsigned char>(text.back()) < 0x80) text.pop_back();
  return text;
}

// The score from words alone of hit number `count`, the best first; -INFINITY if there are fewer.
double words_of_hit(const testing::SearchModel::Matches& hits, size_t count) {
  std::vector<double> scores;
  for (const auto& [paper, score] : hits) scores.push_back(score.words);
  std::sort(scores.rbegin(), scores.rend());
  return count <= scores.size() ? scores[count - 1] : -INFINITY;
}

TEST(SearchModel, IndexAndPlainReadingAgreeOnHitsScoresOrderAndFacets) {
  size_t with_hits = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    Dice dice(seed);
    Library library;
    testing::add(library, random_papers(dice), "2026-01-14.md");
    testing::add(library, random_papers(dice), "2026-01-15.md");
    testing::add(library, random_papers(dice), "2026-01-13.md");
    testing::SearchModel model(library);
    const auto marked = static_cast<PaperOrdinal>(dice.below(library.paper_count()));
    library.define_set("is:read", {library.work_name(marked)});
    model.read = {std::string(library.paper(marked).paper.arxiv_id.id)};
    std::set<std::string> dismissed;
    for (int i = 0; i < 3; ++i)
      dismissed.insert(library.work_name(static_cast<PaperOrdinal>(dice.below(library.paper_count()))));
    library.define_set("is:dismissed", {dismissed.begin(), dismissed.end()});
    for (int round = 0; round < 20; ++round) {
      SearchRequest request;
      if (round % 2 == 1) request.hidden_sets = {"is:dismissed"};
      request.text = random_query(dice);
      request.typing = dice.below(2) == 0;
      const auto matches = model.search(parse_query(request.text, request.typing, library.vocabulary()));
      auto works = model.by_work(matches);
      const size_t found = works.size();
      if (!request.hidden_sets.empty())
        std::erase_if(works, [&](const auto& work) { return dismissed.contains(work.first); });
      testing::SearchModel::Matches expected;
      for (const auto& [id, appearances] : works) {
        const PaperOrdinal best = model.best(appearances);
        expected[best] = matches.at(best);
      }
      ResultSet actual = search(library, request);
      ASSERT_EQ(actual.total(), expected.size()) << request.text << " seed " << seed;
      ASSERT_EQ(actual.hidden(), found - works.size()) << request.text << " seed " << seed;
      const double last_reordered = words_of_hit(expected, kReorderedHits);
      double last_score = INFINITY;
      for (uint32_t rank = 0; rank < actual.total(); ++rank) {
        const Hit hit = actual.hit(rank);
        ASSERT_TRUE(expected.contains(hit.paper)) << request.text;
        const auto& [words, order] = expected.at(hit.paper);
        const bool reordered = rank < kReorderedHits;
        ASSERT_NEAR(static_cast<double>(hit.score), words + (reordered ? order : 0), 1e-4) << request.text;
        ASSERT_TRUE(reordered ? words > last_reordered - 1e-4 : words < last_reordered + 1e-4)
            << request.text;
        ASSERT_LE(static_cast<double>(hit.score), last_score);
        ASSERT_EQ(actual.rank_of(library, hit.paper), rank);
        last_score = static_cast<double>(hit.score);
      }
      std::map<std::string, std::set<std::string>> categories;
      std::map<std::string, std::set<std::string>> days;
      for (const auto& [id, appearances] : works) {
        for (const auto& [paper, score] : appearances) {
          categories[std::string(library.paper(paper).paper.categories.front())].insert(id);
          days[library.paper(paper).volume.head().date()].insert(id);
        }
      }
      for (const testing::NamedCount& facet : testing::category_counts(library, actual))
        ASSERT_EQ(facet.count, categories[std::string(facet.value)].size()) << request.text;
      for (const testing::NamedCount& facet : testing::day_counts(library, actual))
        ASSERT_EQ(facet.count, days[std::string(facet.value)].size()) << request.text;
      with_hits += expected.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(with_hits, 500u);  // the comparison must compare something
}

}  // namespace
}  // namespace broadsheet
