#include "core/index/posting_run.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace broadsheet {
namespace {

using Index = std::map<std::string, std::vector<Posting>, std::less<>>;

// Many begin with the same eight bytes, some have exactly eight, some are too long for a slot.
std::string random_term(std::mt19937& random) {
  const std::vector<std::string> beginnings = {"a",    "attentio", "attention",
                                               "注意", "zz",       "transformerblock"};
  std::string term = beginnings[random() % beginnings.size()];
  for (size_t n = random() % 4; n > 0; --n) term += static_cast<char>('a' + random() % 3);
  return term;
}

PostingRun random_run(std::mt19937& random, uint32_t first_paper, uint32_t paper_count, Index& index) {
  TermTable terms;
  std::vector<uint32_t> posting_terms;
  std::vector<OccurrenceId> occurrences;
  std::vector<uint32_t> paper_ends;
  for (uint32_t paper = first_paper; paper < first_paper + paper_count; ++paper) {
    std::set<std::string> of_paper;
    for (size_t n = random() % 12; n > 0; --n) of_paper.insert(random_term(random));
    for (const std::string& term : of_paper) {
      posting_terms.push_back(terms.intern(term));
      occurrences.push_back(static_cast<OccurrenceId>(random() % 500));
      index[term].push_back({paper, occurrences.back()});
    }
    paper_ends.push_back(static_cast<uint32_t>(posting_terms.size()));
  }
  return PostingRun(terms, posting_terms, occurrences, paper_ends, first_paper);
}

Index merged(const std::vector<PostingRun>& runs, const std::vector<OccurrenceId>& places) {
  Index index;
  std::string last;
  for (RunMerger merger(runs); merger.next(places);) {
    EXPECT_LT(last, merger.term());
    last = merger.term();
    index[last].assign(merger.postings().begin(), merger.postings().end());
  }
  return index;
}

TEST(PostingRuns, MergeToWhatSortingAllPostingsGives) {
  std::mt19937 random(11);
  std::vector<OccurrenceId> places(500);
  std::iota(places.begin(), places.end(), OccurrenceId{7});
  std::shuffle(places.begin(), places.end(), random);
  for (int round = 0; round < 200; ++round) {
    Index index;
    std::vector<PostingRun> runs;
    uint32_t papers = 0;
    for (size_t n = random() % 9; n > 0; --n) {
      const auto count = static_cast<uint32_t>(random() % 30);
      runs.push_back(random_run(random, papers, count, index));
      papers += count;
    }
    for (auto& [term, postings] : index) {
      for (Posting& posting : postings) posting.occurrence = places[posting.occurrence];
    }
    ASSERT_EQ(merged(runs, places), index);
  }
}

}  // namespace
}  // namespace broadsheet
