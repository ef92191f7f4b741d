#include "core/learned/forward_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/index/terms.h"
#include "core/learned/learned.h"
#include "core/text/stemmer.h"
#include "tests/core/learned/random_library.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

// What a row says: stem to counts.
using RowTerms = std::map<std::string, std::pair<int, int>>;

// The rows of an index, in order.
std::vector<RowTerms> rows_of(const ForwardIndex& index) {
  std::vector<RowTerms> rows;
  for (ForwardIndex::Row row = 0; row < index.row_count(); ++row) {
    rows.emplace_back();
    index.for_each(row, [&](ForwardIndex::Term term, TermCounts counts) {
      EXPECT_TRUE(rows.back().emplace(index.stem(term), std::pair(counts.title, counts.body)).second);
    });
  }
  return rows;
}

std::vector<std::tuple<std::string, std::string, uint32_t, uint32_t>> terms_of(const ForwardIndex& index) {
  std::vector<std::tuple<std::string, std::string, uint32_t, uint32_t>> terms;
  for (ForwardIndex::Term term = 0; term < index.term_count(); ++term)
    terms.emplace_back(index.stem(term), index.written(term), index.document_frequency(term),
                       index.bilingual_frequency(term));
  return terms;
}

// The same by reading every text.
std::map<std::string, RowTerms> rows_by_reading(const Library& library) {
  Stemmer stemmer;
  std::map<std::string, RowTerms> rows;  // by work
  std::map<std::string, std::set<std::string>> works_of_stem;
  for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper) {
    RowTerms terms;
    for_each_text(library.text(paper), [&](SearchField field, std::string_view text) {
      const bool in_title = field == SearchField::kTitle;
      if (!in_title && field != SearchField::kAbstract && field != SearchField::kTldr) return;
      for_each_index_term(text, [&](std::string_view term) {
        if (!is_telling(term)) return;
        auto& [title, body] = terms[std::string(stemmer.stem(term))];
        int& count = in_title ? title : body;
        count = std::min(count + 1, 15);
      });
    });
    for (const auto& [stem, counts] : terms) {
      auto& known = rows[library.work_name(paper)][stem];
      known = {std::max(known.first, counts.first), std::max(known.second, counts.second)};
      works_of_stem[stem].insert(library.work_name(paper));
    }
    rows[library.work_name(paper)];
  }
  for (auto& [work, terms] : rows)
    std::erase_if(terms, [&](const auto& term) { return works_of_stem[term.first].size() < 2; });
  return rows;
}

TEST(ForwardIndexTest, HoldsWhatReadingTheTextsGives) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    Library library;
    testing::add_all(library, testing::random_digests(seed));
    library.commit();
    const ForwardIndex index(library);
    const std::vector<RowTerms> rows = rows_of(index);
    const auto expected = rows_by_reading(library);
    ASSERT_EQ(rows.size(), expected.size());
    for (ForwardIndex::Row row = 0; row < rows.size(); ++row) {
      const PaperOrdinal paper = library.works().first(index.work_of(row));
      EXPECT_EQ(rows[row], expected.at(library.work_name(paper)));
      EXPECT_EQ(index.row_of(index.work_of(row)), row);
    }
  }
}

TEST(ForwardIndexTest, IsTheSameMadeInPieces) {
  for (const size_t postings : {size_t{1}, size_t{7}, size_t{1000}}) {
    Library library;
    testing::add_all(library, testing::random_digests(3));
    library.commit();
    const ForwardIndex whole(library);
    ForwardIndexBuilder builder(library);
    while (!builder.step(postings)) continue;
    const ForwardIndex index = builder.take();
    EXPECT_EQ(rows_of(index), rows_of(whole));
    EXPECT_EQ(terms_of(index), terms_of(whole));
    EXPECT_EQ(index.bilingual_count(), whole.bilingual_count());
  }
}

TEST(LearnedTest, BeginsAnewWhereTheLibraryChangesWhileItPrepares) {
  Library library;
  testing::add(library, {{.id = "2601.00001", .title = "Green tea"}, {.id = "2601.00002", .title = "Tea"}},
               "2026-01-01.md");
  Learned learned(library);
  EXPECT_FALSE(learned.prepare(1));
  EXPECT_FALSE(learned.prepare(1));
  testing::add(library, {{.id = "2601.00003", .title = "Black tea"}}, "2026-01-02.md");
  while (!learned.prepare(1)) continue;
  EXPECT_TRUE(learned.prepare(1));
  EXPECT_EQ(learned.index().row_count(), 3u);
}

TEST(ForwardIndexTest, DoesNotDependOnTheOrderOfDigestsNorOnSegments) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<testing::NamedDigest> digests = testing::random_digests(seed);
    Library at_once;
    testing::add_all(at_once, digests);
    at_once.commit();
    std::reverse(digests.begin(), digests.end());
    Library one_by_one;
    for (const testing::NamedDigest& each : digests) {
      testing::add_all(one_by_one, {each});
      one_by_one.commit();
    }
    const ForwardIndex a(at_once);
    const ForwardIndex b(one_by_one);
    EXPECT_EQ(terms_of(a), terms_of(b));
    EXPECT_EQ(rows_of(a), rows_of(b));
  }
}

TEST(ForwardIndexTest, KnowsNothingOfADigestThatWasRemoved) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<testing::NamedDigest> digests = testing::random_digests(seed);
    Library library;
    testing::add_all(library, digests);
    library.commit();
    library.remove({library.volumes().back()->label});
    library.commit();
    digests.pop_back();
    Library never;
    testing::add_all(never, digests);
    never.commit();
    const ForwardIndex a(library);
    const ForwardIndex b(never);
    EXPECT_EQ(terms_of(a), terms_of(b));
    EXPECT_EQ(rows_of(a), rows_of(b));
  }
}

TEST(ForwardIndexTest, WritesAStemAsMostPapersDo) {
  Library library;
  testing::add(library, {DraftPaper{.id = "2601.00001", .title = "Compressing caches"},
                         DraftPaper{.id = "2601.00002", .title = "Compression again"},
                         DraftPaper{.id = "2601.00003", .title = "Compression once more"}});
  library.commit();
  const ForwardIndex index(library);
  const auto term = index.find("compress");
  ASSERT_TRUE(term);
  EXPECT_EQ(index.written(*term), "compression");
  EXPECT_EQ(index.document_frequency(*term), 3u);
}

TEST(ForwardIndexTest, OfAnEmptyLibraryIsEmpty) {
  const Library library;
  const ForwardIndex index(library);
  EXPECT_EQ(index.row_count(), 0u);
  EXPECT_EQ(index.find("word"), std::nullopt);
}

}  // namespace
}  // namespace broadsheet
