#include "core/search/feedback.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/index/terms.h"
#include "core/learned/script.h"
#include "core/search/searcher.h"
#include "core/show/explain.h"
#include "core/text/stemmer.h"
#include "tests/core/learned/random_library.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

const std::string kFarBelow = "2601.01000";

// Sixteen papers that all say 推测解码 in their TL;DR; all but one say in English how it is called. That one
// has the best TL;DR. Forty others are about graphs.
std::vector<DraftPaper> bilingual_papers() {
  std::vector<DraftPaper> papers;
  for (int i = 0; i < 56; ++i) {
    const bool about_decoding = i < 16;
    DraftPaper& paper = papers.emplace_back();
    paper.id = "2601.0" + std::to_string(1000 + i);
    paper.title = about_decoding ? "Speculative decoding, case " + std::to_string(i) : "Graph pooling";
    paper.tldr = about_decoding ? "我们研究推测解码" : "我们研究图池化层";
    paper.abstract = about_decoding ? "A draft model for speculative decoding." : "Pooling layers of graphs.";
    paper.motivation = paper.method = paper.result = paper.conclusion = "-";
  }
  papers[0].title = "An unrelated title";
  papers[0].tldr = "推测解码";
  papers[0].abstract = "Something of another kind, at length.";
  return papers;
}

std::vector<std::string> ids_of(const Library& library, ResultSet& results) {
  std::vector<std::string> ids;
  for (uint32_t rank = 0; rank < results.total(); ++rank)
    ids.emplace_back(library.paper(results.hit(rank).paper).paper.arxiv_id.id);
  return ids;
}

class FeedbackTest : public ::testing::Test {
 protected:
  void add(const std::vector<DraftPaper>& papers) { testing::add(library_, papers); }
  ResultSet found(const std::string& text) { return search(library_, {.text = text, .feedback = true}); }
  Library library_;
};

TEST_F(FeedbackTest, PapersThatCallItAsTheBestDoComeBeforeOneThatDoesNot) {
  add(bilingual_papers());
  ResultSet results = found("推测解码");
  ASSERT_EQ(results.total(), 16u);
  EXPECT_EQ(ids_of(library_, results).back(), kFarBelow);
  EXPECT_EQ(results.feedback().of(results.hit(15).paper), 0);
  EXPECT_GT(results.feedback().of(results.hit(0).paper), 0);
}

TEST_F(FeedbackTest, OnlyReorders) {
  add(bilingual_papers());
  ResultSet results = found("推测解码");
  const std::vector<std::string> ids = ids_of(library_, results);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 16u);
}

struct Untouched {
  const char* name;
  const char* query;
};
class FeedbackUntouchedTest : public FeedbackTest, public ::testing::WithParamInterface<Untouched> {};
TEST_P(FeedbackUntouchedTest, LeavesTheOrderAsItIs) {
  add(bilingual_papers());
  ResultSet results = found(GetParam().query);
  ASSERT_GT(results.total(), kFeedbackPapers);
  EXPECT_TRUE(results.feedback().added.empty());
}
INSTANTIATE_TEST_SUITE_P(
    Queries, FeedbackUntouchedTest,
    ::testing::Values(Untouched{"Alphabet", "decoding"}, Untouched{"TwoScripts", "推测解码 draft"},
                      Untouched{"Quoted", "\"推测解码\""}, Untouched{"InAField", "tldr:推测解码"},
                      Untouched{"Insisting", "+推测解码"}, Untouched{"TakenFromAText", "研究推测解码"},
                      Untouched{"None", ""}),
    [](const auto& param) { return std::string(param.param.name); });

TEST_F(FeedbackTest, TenPapersStayAsTheyAre) {
  std::vector<DraftPaper> papers = bilingual_papers();
  papers.erase(papers.begin() + 10, papers.begin() + 16);
  add(papers);
  ResultSet results = found("推测解码");
  ASSERT_EQ(results.total(), 10u);
  EXPECT_EQ(ids_of(library_, results).front(), kFarBelow);
}

TEST_F(FeedbackTest, TitlesInTheQuerysOwnScriptSpeakForThemselves) {
  std::vector<DraftPaper> papers = bilingual_papers();
  for (DraftPaper& paper : papers) paper.title = "关于" + paper.tldr;
  add(papers);
  EXPECT_TRUE(found("推测解码").feedback().added.empty());
}

TEST_F(FeedbackTest, ExplanationNamesTheWordsAndAddsUpToTheScore) {
  add(bilingual_papers());
  ResultSet results = found("推测解码");
  const Explanation first = explain(library_, results, 0);
  EXPECT_NE(first.shared.find("decoding"), std::string::npos) << first.shared;
  float sum = first.proximity.total() + first.feedback;
  for (const TermExplanation& term : first.terms) sum += term.score;
  EXPECT_NEAR(sum, first.score, 1e-3);
}

TEST(FeedbackBoundTest, OfALongTextTheBeginningIsRead) {
  for (const size_t filler : {size_t{0}, kMostFeedbackText}) {
    std::vector<DraftPaper> papers = bilingual_papers();
    for (size_t i = 0; i < papers.size(); ++i) {
      papers[i].title = "Graph pooling";
      papers[i].abstract = "a";  // so that the cut falls into a character
      while (papers[i].abstract.size() < filler) papers[i].abstract += "é ";
      papers[i].abstract += i < 16 ? " zugzwang" : "";
    }
    Library library;
    testing::add(library, papers);
    const ResultSet results = search(library, {.text = "推测解码", .feedback = true});
    EXPECT_EQ(results.feedback().words.size(), filler == 0 ? 1u : 0u);
  }
}

TEST_F(FeedbackTest, OrderOfAddingFilesChangesNothing) {
  std::vector<DraftPaper> papers = bilingual_papers();
  const std::vector<DraftPaper> first(papers.begin(), papers.begin() + 8);
  const std::vector<DraftPaper> second(papers.begin() + 8, papers.end());
  Library other;
  testing::add(library_, first, "2026-01-14.md");
  testing::add(library_, second, "2026-01-15.md");
  testing::add(other, second, "2026-01-15.md");
  testing::add(other, first, "2026-01-14.md");
  ResultSet a = found("推测解码");
  ResultSet b = search(other, {.text = "推测解码", .feedback = true});
  EXPECT_EQ(ids_of(library_, a), ids_of(other, b));
}

// The same by reading every text for every word.
class FeedbackModel {
 public:
  explicit FeedbackModel(const Library& library) : library_(library) {
    for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper) {
      for_each_text(library.paper(paper).paper, [&](SearchField field, std::string_view text) {
        for_each_index_term(text, [&](std::string_view term) {
          stems_[paper][static_cast<size_t>(field)].emplace_back(Stemmer().stem(term));
        });
      });
    }
  }

  std::vector<std::string> words(const std::vector<PaperOrdinal>& best) {
    std::map<std::string, double> papers;
    for (const PaperOrdinal paper : best) {
      std::set<std::string> stems;
      for_each_text(library_.paper(paper).paper, [&](SearchField field, std::string_view text) {
        if (factor(static_cast<size_t>(field)) == 0) return;
        for_each_term(text, [&](std::string_view term) {
          if (is_telling(term) && script_of(term) == Script::kLetters) stems.emplace(Stemmer().stem(term));
        });
      });
      for (const std::string& stem : stems) ++papers[stem];
    }
    const auto all = static_cast<double>(library_.paper_count());
    std::vector<std::pair<double, std::string>> ranked;  // by -G²
    for (const auto& [stem, both] : papers) {
      double others = 0;
      for (const auto& [paper, fields] : stems_) others += has(fields, stem) ? 1 : 0;
      const double first = 10;
      if (both < 2 || both <= 1.5 * first * others / all) continue;
      const auto cell = [](double seen, double expected) {
        return seen > 0 ? seen * std::log(seen / expected) : 0;
      };
      surprise_[stem] =
          2 * (cell(both, first * others / all) + cell(first - both, first * (all - others) / all) +
               cell(others - both, (all - first) * others / all) +
               cell(all - first - others + both, (all - first) * (all - others) / all));
      ranked.emplace_back(-surprise_[stem], stem);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
      if (std::abs(a.first - b.first) > 1e-9) return a.first < b.first;
      return papers[a.second] != papers[b.second] ? papers[a.second] > papers[b.second] : a.second < b.second;
    });
    std::vector<std::string> kept;
    for (size_t i = 0; i < std::min<size_t>(3, ranked.size()); ++i) kept.push_back(ranked[i].second);
    return kept;
  }

  double score(PaperOrdinal paper, const std::vector<std::string>& words) {
    double score = 0;
    for (const std::string& stem : words) {
      double w = 0;
      for (const auto& [field, stems] : stems_[paper])
        w += factor(field) * static_cast<double>(std::count(stems.begin(), stems.end(), stem));
      score += surprise_[stem] * w / (1.2 + w);
    }
    return score;
  }

 private:
  using Fields = std::map<size_t, std::vector<std::string>>;
  static double factor(size_t field) {
    const auto at = static_cast<SearchField>(field);
    return at == SearchField::kTitle || at == SearchField::kTldr ? 2 : at == SearchField::kAbstract ? 1 : 0;
  }
  static bool has(const Fields& fields, const std::string& stem) {
    return std::any_of(fields.begin(), fields.end(), [&](const auto& each) {
      return std::find(each.second.begin(), each.second.end(), stem) != each.second.end();
    });
  }

  const Library& library_;
  std::map<PaperOrdinal, Fields> stems_;
  std::map<std::string, double> surprise_;
};

// Three months of random days, without a common paper.
std::vector<testing::NamedDigest> random_months(uint32_t seed) {
  std::vector<testing::NamedDigest> all;
  for (uint32_t month = 1; month <= 3; ++month) {
    for (testing::NamedDigest& digest : testing::random_digests(3 * seed + month)) {
      digest.name[6] = static_cast<char>('0' + month);
      for (DraftPaper& paper : digest.papers) paper.id[3] = static_cast<char>('0' + month);
      all.push_back(std::move(digest));
    }
  }
  return all;
}

TEST(FeedbackModelTest, IndexAndPlainReadingAgreeOnWordsAndShares) {
  size_t compared = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    Library library;
    testing::add_all(library, random_months(seed));
    for (const char* text : {"大模型", "注意力", "推测", "缓存 压缩"}) {
      ResultSet results = search(library, {.text = text, .feedback = true});
      if (results.total() <= kFeedbackPapers) continue;
      std::vector<Hit> hits;
      for (uint32_t rank = 0; rank < std::min(results.total(), kReorderedHits); ++rank)
        hits.push_back(results.hit(rank));
      for (Hit& hit : hits) hit.score -= results.feedback().of(hit.paper);
      std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::abs(a.score - b.score) > 1e-5f ? a.score > b.score : a.place < b.place;
      });
      std::vector<PaperOrdinal> best;
      for (size_t i = 0; i < kFeedbackPapers; ++i) best.push_back(hits[i].paper);
      FeedbackModel model(library);
      const std::vector<std::string> words = model.words(best);
      ASSERT_EQ(results.feedback().words.size(), words.size()) << text << " seed " << seed;
      for (size_t i = 0; i < words.size(); ++i)
        ASSERT_EQ(results.feedback().words[i].stem, words[i]) << text << " seed " << seed;
      double highest = 0;
      double most = 0;
      for (const Hit& hit : hits) {
        highest = std::max(highest, model.score(hit.paper, words));
        most = std::max(most, static_cast<double>(results.feedback().of(hit.paper)));
      }
      for (const Hit& hit : hits) {
        const double share = highest > 0 ? model.score(hit.paper, words) / highest : 0;
        ASSERT_NEAR(static_cast<double>(results.feedback().of(hit.paper)), most * share, 1e-4)
            << text << " seed " << seed;
      }
      compared += words.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(compared, 60u);  // the comparison must compare something
}

}  // namespace
}  // namespace broadsheet
