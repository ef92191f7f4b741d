#include "core/search/author_counter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace broadsheet {
namespace {

using Papers = std::vector<std::vector<uint32_t>>;  // the authors of each
using Works = std::vector<std::vector<PaperOrdinal>>;
using Counts = std::vector<std::pair<uint32_t, uint32_t>>;

// Some authors have many papers and most have one; the higher `skew`, at least 1, the fewer have many.
Papers invent(std::mt19937& random, size_t papers, uint32_t authors, double skew) {
  Papers invented(papers);
  std::uniform_real_distribution<double> share;
  for (std::vector<uint32_t>& paper : invented) {
    std::set<uint32_t> names;
    for (size_t left = random() % 8; left > 0; --left)
      names.insert(static_cast<uint32_t>(std::pow(share(random), skew) * authors) % authors);
    paper.assign(names.begin(), names.end());
  }
  return invented;
}

struct Ranked {
  explicit Ranked(const Papers& papers, uint32_t author_count) {
    for (const auto& paper : papers) {
      authors.insert(authors.end(), paper.begin(), paper.end());
      offsets.push_back(static_cast<uint32_t>(authors.size()));
    }
    ranks = AuthorRanks(authors, offsets, author_count);
  }
  std::vector<uint32_t> authors;
  std::vector<uint32_t> offsets = {0};
  AuthorRanks ranks;
};

Counts count_plainly(const Papers& papers, const Works& works, uint32_t author_count,
                     const std::set<uint32_t>& chosen) {
  std::vector<uint32_t> in_library(author_count);
  for (const auto& paper : papers)
    for (const uint32_t author : paper) ++in_library[author];
  std::vector<uint32_t> in_result(author_count);
  for (const auto& work : works) {
    std::set<uint32_t> names;
    for (const PaperOrdinal paper : work) names.insert(papers[paper].begin(), papers[paper].end());
    for (const uint32_t author : names) ++in_result[author];
  }
  std::vector<uint32_t> order;
  for (uint32_t author = 0; author < author_count; ++author) {
    if (in_result[author] > 0 || chosen.contains(author)) order.push_back(author);
  }
  const auto key = [&](uint32_t author) {
    return std::tuple(-int64_t{in_result[author]}, -int64_t{in_library[author]}, author);
  };
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::pair(!chosen.contains(a), key(a)) < std::pair(!chosen.contains(b), key(b));
  });
  order.resize(std::min(order.size(), kMaxAuthors));
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
  Counts counts;
  for (const uint32_t author : order) counts.emplace_back(author, in_result[author]);
  return counts;
}

std::vector<AuthorRank> ranks_of(const AuthorRanks& ranks, uint32_t paper, AuthorRank begin, AuthorRank end) {
  std::vector<AuthorRank> found;
  ranks.for_each_of(paper, begin, end, [&](AuthorRank rank) { found.push_back(rank); });
  return found;
}

TEST(AuthorRanks, GiveEachPaperItsAuthorsMostPapersFirst) {
  const Ranked ranked({{0, 1}, {1, 2}, {}, {1, 2, 3}}, 5);
  const AuthorRanks& ranks = ranked.ranks;
  std::vector<uint32_t> authors;
  for (AuthorRank rank = 0; rank < ranks.author_count(); ++rank) authors.push_back(ranks.author(rank));
  EXPECT_EQ(authors, (std::vector<uint32_t>{1, 2, 0, 3, 4}));
  EXPECT_EQ(ranks_of(ranks, 3, 0, AuthorRanks::kNone), (std::vector<AuthorRank>{0, 1, 3}));
  EXPECT_EQ(ranks_of(ranks, 3, 1, 3), (std::vector<AuthorRank>{1}));
  EXPECT_EQ(ranks_of(ranks, 2, 0, AuthorRanks::kNone), (std::vector<AuthorRank>{}));
  EXPECT_EQ(ranks.count_with(0), 5u);
  EXPECT_EQ(ranks.count_with(1), 4u);
  EXPECT_EQ(ranks.count_with(2), 2u);
  EXPECT_EQ(ranks.count_with(4), 0u);
}

TEST(AuthorRanks, KnowAllAuthorsOfAPaperHoweverManyTheyAre) {
  Papers papers;
  for (uint32_t size = 0; size < 40; ++size) {
    papers.emplace_back(size);
    std::iota(papers.back().begin(), papers.back().end(), 0u);
  }
  const Ranked ranked(papers, 39);
  for (uint32_t paper = 0; paper < papers.size(); ++paper) {
    EXPECT_EQ(ranks_of(ranked.ranks, paper, 0, AuthorRanks::kNone), papers[paper]);
    const std::vector<uint32_t> some = ranks_of(ranked.ranks, paper, 5, 30);
    std::vector<uint32_t> expected;
    for (uint32_t rank = 5; rank < std::min(paper, 30u); ++rank) expected.push_back(rank);
    EXPECT_EQ(some, expected);
  }
}

TEST(AuthorCounter, CountsAsPlainCountingDoes) {
  std::mt19937 random(7);
  const std::vector<std::string> names = [] {
    std::vector<std::string> all(4000);
    for (size_t i = 0; i < all.size(); ++i) all[i] = "Author " + std::to_string(i);
    return all;
  }();
  AuthorCounter counter;
  for (const double skew : {1.0, 3.0, 12.0}) {
    for (const uint32_t author_count : {1u, 50u, 4000u}) {
      const Papers papers = invent(random, 3000, author_count, skew);
      const Ranked ranked(papers, author_count);
      FacetValues values;
      for (uint32_t i = 0; i < author_count; ++i) values.intern(names[i]);
      for (const size_t size : {0u, 1u, 30u, 64u, 500u, 3000u}) {
        for (const bool choose : {false, true}) {
          std::vector<PaperOrdinal> order(papers.size());
          std::iota(order.begin(), order.end(), PaperOrdinal{0});
          std::shuffle(order.begin(), order.end(), random);
          Works works;
          counter.reset(ranked.ranks, size);
          for (size_t i = 0; i < size; ++i) {
            works.push_back({order[i]});
            if (i % 10 != 0 || i + 1 == size) {
              counter.add(order[i]);
              continue;
            }
            works.back().push_back(order[++i]);
            for (const PaperOrdinal paper : works.back()) counter.add_appearance(paper);
            counter.end_work();
          }
          std::set<uint32_t> chosen;
          std::vector<std::string> chosen_names;
          for (uint32_t i = 0; choose && i < 3; ++i) {
            const auto author = static_cast<uint32_t>(random() % author_count);
            if (chosen.insert(author).second) chosen_names.push_back(names[author]);
          }
          Counts counts;
          for (const FacetCount& each : counter.finish(Selection(values, chosen_names)))
            counts.emplace_back(each.value, each.count);
          ASSERT_EQ(counts, count_plainly(papers, works, author_count, chosen))
              << "skew " << skew << ", " << author_count << " authors, " << size << " works, "
              << chosen.size() << " chosen";
        }
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
