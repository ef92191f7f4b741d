#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "core/index/segment_builder.h"
#include "core/index/terms.h"
#include "core/match/expansion.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/forge.h"

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

// The room is not zeroed, like a writer's.
std::vector<uint8_t> written(const std::vector<Posting>& postings, uint32_t paper_count) {
  std::vector<uint8_t> bytes(most_posting_bytes(postings.size(), paper_count), 0xAB);
  const uint8_t* const end = write_postings(postings, paper_count, bytes.data());
  bytes.resize(static_cast<size_t>(end - bytes.data()));
  return bytes;
}

TEST(Expansion, NamesEachTermOnceByItsBestKind) {
  const Segment segment = segment_of(digest_of(to_markdown({DraftPaper{
      .title = "graph graphs graphed graphics grap grapg graphx graphxs", .abstract = "other words"}})));
  const QueryTerm term{"graph", "graph", true, false, true};
  std::map<std::string, MatchKind> kinds;
  const std::vector<Expansion> expansions = expand(segment, term);
  for (const Expansion& each : expansions) kinds.emplace(segment.term(each.term), each.kind);
  EXPECT_EQ(kinds.size(), expansions.size());
  EXPECT_EQ(kinds, (std::map<std::string, MatchKind>{{"graph", MatchKind::kExact},
                                                     {"graphs", MatchKind::kStem},
                                                     {"graphed", MatchKind::kStem},
                                                     {"grap", MatchKind::kTypo},
                                                     {"grapg", MatchKind::kTypo},
                                                     {"graphx", MatchKind::kTypo},
                                                     {"graphics", MatchKind::kPrefix},
                                                     {"graphxs", MatchKind::kPrefix}}));
}

TEST(Segment, RefusesAStemGroupThatNamesATermTwice) {
  const Segment segment =
      segment_of(digest_of(to_markdown({DraftPaper{.title = "graph graphs graphed graphing"}})));
  const auto group = segment.terms_of_stem("graph");
  ASSERT_GT(group.size(), 2u);
  const auto bytes = std::make_shared<std::vector<uint8_t>>(segment.bytes().begin(), segment.bytes().end());
  ASSERT_TRUE(Segment::open(*bytes, bytes).ok());
  const auto place = reinterpret_cast<const uint8_t*>(group.data()) - segment.bytes().data();
  std::copy_n(bytes->begin() + place, sizeof(TermId), bytes->begin() + place + sizeof(TermId));
  testing::forge_segment(*bytes);
  EXPECT_FALSE(Segment::open(*bytes, bytes).ok());
}

TEST(Postings, ReadBackAsWrittenWhateverTheirDensity) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const uint32_t paper_count = 1 + static_cast<uint32_t>(random() % (round % 3 == 0 ? 3000 : 900));
    const uint32_t one_in = 1 + static_cast<uint32_t>(random() % 40);
    const uint32_t kinds = 1 + static_cast<uint32_t>(random() % (round % 2 == 0 ? 200 : 2000));
    std::vector<Posting> postings;
    for (uint32_t paper = 0; paper < paper_count; ++paper) {
      if (random() % one_in == 0) postings.push_back({paper, static_cast<OccurrenceId>(random() % kinds)});
    }
    if (postings.empty()) continue;
    const std::vector<uint8_t> bytes = written(postings, paper_count);
    ASSERT_TRUE(are_valid_postings(bytes, paper_count, kinds));
    ASSERT_FALSE(are_valid_postings({bytes.data(), bytes.size() - 1}, paper_count, kinds));
    const PostingList list(bytes.data(), paper_count);
    ASSERT_EQ(list.document_frequency(), postings.size());
    std::vector<Posting> read;
    list.for_each([&](uint32_t paper, OccurrenceId id) { read.push_back({paper, id}); });
    ASSERT_EQ(read, postings);
    const uint32_t wanted_one_in = 1 + static_cast<uint32_t>(random() % 5);
    Bits wanted(paper_count);
    for (uint32_t paper = 0; paper < paper_count; ++paper) {
      if (random() % wanted_one_in == 0) wanted.set(paper);
    }
    std::vector<Posting> read_wanted;
    const RankedBits ranked(wanted);
    list.for_each_in(ranked, [&](uint32_t rank, OccurrenceId id) {
      read_wanted.push_back({ranked.members()[rank], id});
    });
    std::vector<Posting> expected;
    std::copy_if(postings.begin(), postings.end(), std::back_inserter(expected),
                 [&](const Posting& posting) { return wanted.test(posting.paper); });
    ASSERT_EQ(read_wanted, expected);
    Bits all(paper_count);
    list.add_to(all);
    ASSERT_EQ(all.count(), postings.size());
  }
}

TEST(Postings, AnyBytesAreRefusedOrReadSafely) {
  std::mt19937 random(6);
  const std::vector<uint8_t> bytes = written({{0, 0}, {3, 300}, {7, 2}, {90, 1}}, 100);
  for (int round = 0; round < 5000; ++round) {
    std::vector<uint8_t> damaged = bytes;
    for (size_t n = random() % 3; n < 3; ++n)
      damaged[random() % damaged.size()] = static_cast<uint8_t>(random());
    if (!are_valid_postings(damaged, 100, 400)) continue;
    PostingList(damaged.data(), 100).for_each([&](uint32_t paper, OccurrenceId id) {
      ASSERT_LT(paper, 100u);
      ASSERT_LT(id, 400u);
    });
  }
}

using PostingsByTerm = std::map<std::string, std::map<uint32_t, Occurrence>>;

PostingsByTerm postings_of(const Segment& segment) {
  PostingsByTerm postings;
  for (TermId id = 0; id < segment.term_count(); ++id) {
    segment.postings(id).for_each([&](uint32_t paper, OccurrenceId occurrence) {
      postings[std::string(segment.term(id))][paper] = segment.occurrence(occurrence);
    });
  }
  return postings;
}

PostingsByTerm postings_by_reading(const std::vector<Paper>& papers) {
  PostingsByTerm postings;
  for (uint32_t paper = 0; paper < papers.size(); ++paper) {
    for_each_text(papers[paper], [&](SearchField field, std::string_view text) {
      for_each_index_term(text,
                          [&](std::string_view term) { postings[std::string(term)][paper].count_up(field); });
    });
  }
  return postings;
}

TEST(Segment, HoldsEveryTermOfEveryFieldWithItsFrequency) {
  const Digest digest = digest_of(to_markdown({
      DraftPaper{.title = "Graph graph networks", .abstract = "Graph 大模型 models."},
      DraftPaper{.id = "2601.00002", .title = "Other", .abstract = "graphs graph"},
  }));
  EXPECT_EQ(postings_of(segment_of(digest)), postings_by_reading(digest.papers));
}

TEST(Segment, MergedHoldsWhatItsPartsHold) {
  std::mt19937 random(8);
  const std::vector<std::string> words = {"graph",  "graphs", "LLaMA-7B", "大模型", "压缩",
                                          "sparse", "naïve",  "a",        "the"};
  for (int round = 0; round < 30; ++round) {
    std::vector<Segment> parts;
    std::vector<DraftPaper> all;
    for (size_t n = 1 + random() % 5; n > 0; --n) {
      std::vector<DraftPaper> papers(random() % 20 + 1);
      for (DraftPaper& paper : papers) {
        paper.id = "2601." + std::to_string(10000 + all.size());
        for (size_t w = random() % 30; w > 0; --w) paper.abstract += " " + words[random() % words.size()];
        all.push_back(paper);
      }
      parts.push_back(segment_of(digest_of(to_markdown(papers))));
    }
    std::vector<const Segment*> views;
    for (const Segment& part : parts) views.push_back(&part);
    const Segment merged = merge(views);
    const Digest digest = digest_of(to_markdown(all));
    ASSERT_EQ(merged.paper_count(), all.size());
    ASSERT_EQ(postings_of(merged), postings_by_reading(digest.papers));
    const Segment at_once = segment_of(digest);
    ASSERT_EQ(std::vector<uint8_t>(merged.bytes().begin(), merged.bytes().end()).size(),
              at_once.bytes().size());
    ASSERT_EQ(merged.total_length(), at_once.total_length());
    ASSERT_TRUE(Segment::open(merged.bytes(), nullptr).ok());
  }
}

TEST(Segment, HoldsThePapersOfSeveralRuns) {
  // A run holds at most 65,536 papers.
  std::vector<std::string> titles;
  for (int i = 0; i < 67000; ++i) titles.push_back("every w" + std::to_string(i % 997));
  std::vector<Paper> papers(titles.size());
  for (size_t i = 0; i < papers.size(); ++i) papers[i].title = titles[i];
  SegmentBuilder builder;
  for (const Paper& paper : papers) builder.add(paper);
  ASSERT_EQ(builder.paper_count(), papers.size());
  const Segment segment = builder.seal();
  ASSERT_EQ(segment.paper_count(), papers.size());
  EXPECT_EQ(postings_of(segment), postings_by_reading(papers));
  EXPECT_EQ(builder.paper_count(), 0u);
}

TEST(Segment, DamagedBytesAreRefusedOrReadSafely) {
  const Segment segment =
      segment_of(digest_of(to_markdown({DraftPaper{.abstract = "compress compressed compression comp 大模型"},
                                        DraftPaper{.id = "2601.00002"}})));
  std::mt19937 random(9);
  size_t refused = 0;
  for (int round = 0; round < 4000; ++round) {
    const auto damaged =
        std::make_shared<std::vector<uint8_t>>(segment.bytes().begin(), segment.bytes().end());
    if (random() % 4 == 0) damaged->resize(random() % damaged->size());
    for (size_t n = random() % 3; n < 3 && !damaged->empty(); ++n)
      (*damaged)[random() % damaged->size()] = static_cast<uint8_t>(random());
    testing::forge_segment(*damaged);
    const Result<Segment> opened = Segment::open(*damaged, damaged);
    if (!opened.ok()) {
      EXPECT_EQ(opened.error().code, ErrorCode::kBadSegment);
      ++refused;
      continue;
    }
    const Segment& read = opened.value();
    postings_of(read);
    read.find_term("compress");
    read.terms_with_prefix("comp");
    for (const TermId id : read.terms_of_stem("compress")) read.term(id);
  }
  EXPECT_GT(refused, 1000u);
}

TEST(Segment, AFlippedByteInAnySectionIsFound) {
  const Segment segment =
      segment_of(digest_of(to_markdown({DraftPaper{.abstract = "compress compressed 大模型"}})));
  const std::vector<uint8_t> bytes(segment.bytes().begin(), segment.bytes().end());
  for (const SectionName name : testing::kNamesInSegment) {
    std::vector<uint8_t> flipped = bytes;
    const auto section = testing::section_of(flipped, kSegmentFormat, name);
    ASSERT_FALSE(section.empty());
    section[section.size() / 2] ^= 1;
    const Result<Segment> opened = Segment::open(flipped, nullptr);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().byte_offset, static_cast<size_t>(section.data() - flipped.data()));
  }
}

// The segment's sections, without that one and with the other.
std::vector<uint8_t> with_sections(const Segment& segment, SectionName without, SectionName with) {
  std::vector<uint8_t> bytes(segment.bytes().begin(), segment.bytes().end());
  SectionWriter writer(kSegmentFormat);
  writer.begin(with);
  writer.add(std::vector<uint8_t>(13, 7));
  for (const SectionName name : testing::kNamesInSegment) {
    if (name == without) continue;
    writer.begin(name);
    writer.add(ByteSpan(testing::section_of(bytes, kSegmentFormat, name)));
  }
  writer.finish();
  return writer.joined();
}

TEST(Segment, PassesOverASectionOfALaterRelease) {
  const Segment segment = segment_of(digest_of(to_markdown({DraftPaper{.abstract = "compress words"}})));
  const std::vector<uint8_t> bytes = with_sections(segment, "NONE", "NEW ");
  const Result<Segment> opened = Segment::open(bytes, nullptr);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(postings_of(opened.value()), postings_of(segment));
  EXPECT_EQ(postings_of(Segment::adopt(bytes, nullptr)), postings_of(segment));
}

TEST(Segment, RefusesToDoWithoutASectionItNeeds) {
  const Segment segment = segment_of(digest_of(to_markdown({DraftPaper{}})));
  const std::vector<uint8_t> bytes = with_sections(segment, SegmentSections::kStems, "NEW ");
  const Result<Segment> opened = Segment::open(bytes, nullptr);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::kBadSegment);
}

TEST(Segment, FindsATermAndTheRangeOfItsListWithoutReadingTheList) {
  const Segment whole = segment_of(digest_of(
      to_markdown({DraftPaper{.title = "alpha beta"}, DraftPaper{.id = "2601.00002", .title = "alpha"}})));
  std::vector<uint8_t> bytes(whole.bytes().begin(), whole.bytes().end());
  const auto lists = testing::section_of(bytes, kSegmentFormat, SegmentSections::kPostings);
  const std::vector<uint8_t> stored(lists.begin(), lists.end());
  std::fill(lists.begin(), lists.end(), uint8_t{0xFF});
  const Segment segment = Segment::adopt(bytes, nullptr);
  uint32_t end = 0;
  for (TermId id = 0; id < segment.term_count(); ++id) {
    const ListRange range = segment.list_range(id);
    EXPECT_EQ(range.begin, end);
    end += range.size;
  }
  EXPECT_EQ(end, stored.size());
  const auto alpha = segment.find_term("alpha");
  ASSERT_TRUE(alpha);
  // The range alone, read from where the lists are stored, is the list.
  const ListRange range = segment.list_range(*alpha);
  const ByteSpan list = ByteSpan(stored).subspan(range.begin, range.size);
  EXPECT_TRUE(are_valid_postings(list, segment.paper_count(), segment.occurrences().size()));
  EXPECT_EQ(PostingList(list.data(), segment.paper_count()).document_frequency(), 2u);
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
  for (const TermId id : segment.terms_of_stem("compress")) words.emplace_back(segment.term(id));
  EXPECT_EQ(words, (std::vector<std::string>{"compress", "compressed", "compression"}));
  EXPECT_TRUE(segment.terms_of_stem("comp").empty());
}

TEST(Segment, OfNoPapersHasNoTerms) {
  const Segment segment = SegmentBuilder().seal();
  EXPECT_EQ(segment.paper_count(), 0u);
  EXPECT_EQ(segment.term_count(), 0u);
  EXPECT_FALSE(segment.find_term("a"));
}

}  // namespace
}  // namespace broadsheet
