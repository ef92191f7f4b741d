#include "core/search/segment.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "core/search/terms.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::DraftPaper;
using testing::to_markdown;

Segment segment_of(const Digest& digest) {
  SegmentBuilder builder;
  for (const Paper& paper : digest.papers) builder.add(paper);
  return builder.seal();
}

TEST(Postings, ReadBackAsWritten) {
  std::mt19937 random(5);
  std::vector<std::pair<uint32_t, FieldFrequencies>> written;
  std::vector<uint8_t> bytes;
  uint32_t paper = 0;
  for (int i = 0; i < 500; ++i) {
    const auto delta = static_cast<uint32_t>(i == 0 ? random() % 3 : 1 + random() % 40000);
    paper += delta;
    FieldFrequencies frequencies{};
    const size_t fields = 1 + random() % 4;
    for (size_t f = 0; f < fields; ++f)
      frequencies[random() % kSearchFieldCount] = static_cast<uint16_t>(1 + random() % 300);
    append_posting(delta, frequencies, bytes);
    written.emplace_back(paper, frequencies);
  }
  std::map<uint32_t, FieldFrequencies> read;
  for_each_posting(bytes.data(), bytes.data() + bytes.size(),
                   [&](uint32_t p, uint32_t field, uint32_t frequency) {
                     read[p][field] = static_cast<uint16_t>(frequency);
                   });
  ASSERT_EQ(read.size(), written.size());
  for (const auto& [p, frequencies] : written) EXPECT_EQ(read[p], frequencies);
}

TEST(Segment, HoldsEveryTermOfEveryFieldWithItsFrequency) {
  const Digest digest = digest_of(to_markdown({
      DraftPaper{.title = "Graph graph networks", .abstract = "Graph 大模型 models."},
      DraftPaper{.id = "2601.00002", .title = "Other", .abstract = "graphs graph"},
  }));
  const Segment segment = segment_of(digest);
  for (uint32_t paper = 0; paper < digest.papers.size(); ++paper) {
    std::map<std::pair<std::string, size_t>, uint32_t> expected;
    for_each_text(digest.papers[paper], [&](SearchField field, std::string_view text) {
      for_each_term(text, [&](std::string_view term) {
        ++expected[{std::string(term), static_cast<size_t>(field)}];
      });
    });
    size_t found = 0;
    for (TermId id = 0; id < segment.term_count(); ++id) {
      segment.for_each_posting_of(id, [&](uint32_t p, uint32_t field, uint32_t frequency) {
        if (p != paper) return;
        EXPECT_EQ((expected[{std::string(segment.term(id)), field}]), frequency) << segment.term(id);
        ++found;
      });
    }
    EXPECT_EQ(found, expected.size());
  }
}

TEST(Segment, KeepsTermsSortedSoThatPrefixesAreRanges) {
  const Segment segment =
      segment_of(digest_of(to_markdown({DraftPaper{.abstract = "comp compute computer com 压缩 压力 z"}})));
  for (TermId id = 1; id < segment.term_count(); ++id) EXPECT_LT(segment.term(id - 1), segment.term(id));
  const auto [first, last] = segment.terms_with_prefix("comp");
  ASSERT_EQ(last - first, 3u);
  EXPECT_EQ(segment.term(first), "comp");
  const auto [han_first, han_last] = segment.terms_with_prefix("压");
  EXPECT_EQ(han_last - han_first, 2u);
  const auto [none_first, none_last] = segment.terms_with_prefix("zzz");
  EXPECT_EQ(none_first, none_last);
}

TEST(Segment, FindsWordsByTheirStem) {
  const Segment segment =
      segment_of(digest_of(to_markdown({DraftPaper{.abstract = "compress compressed compression comp"}})));
  std::vector<std::string> words;
  segment.for_each_term_of_stem("compress", [&](TermId id) { words.emplace_back(segment.term(id)); });
  std::sort(words.begin(), words.end());
  EXPECT_EQ(words, (std::vector<std::string>{"compressed", "compression"}));
}

TEST(Segment, OfNoPapersHasNoTerms) {
  const Segment segment = SegmentBuilder().seal();
  EXPECT_EQ(segment.paper_count(), 0u);
  EXPECT_EQ(segment.term_count(), 0u);
  EXPECT_FALSE(segment.find_term("a"));
}

}  // namespace
}  // namespace broadsheet
