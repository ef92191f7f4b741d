// Sets whose works a search leaves out.
#include <gtest/gtest.h>

#include "core/search/searcher.h"
#include "core/search/suggestion.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::add;
using testing::DraftPaper;

class HiddenSets : public ::testing::Test {
 protected:
  HiddenSets() {
    add(library_,
        {DraftPaper{.id = "2601.00001", .title = "sparse attention"},
         DraftPaper{.id = "2601.00002", .title = "sparse graphs"}},
        "2026-01-14.md");
    add(library_,
        {DraftPaper{.id = "2601.00002", .title = "sparse graphs"},
         DraftPaper{.id = "2601.00003", .title = "dense graphs"}},
        "2026-01-15.md");
    library_.define_set("is:dismissed", {"2601.00002"});
  }

  ResultSet find(std::string text, std::vector<std::string> days = {}) {
    return search(library_,
                  {.text = std::move(text), .days = std::move(days), .hidden_sets = {"is:dismissed"}});
  }

  Library library_;
};

TEST_F(HiddenSets, LeaveTheListAndEveryCount) {
  const ResultSet all = find("");
  EXPECT_EQ(all.total(), 2u);
  EXPECT_EQ(all.hidden(), 1u);
  EXPECT_EQ(all.library_works(), 2u);
  EXPECT_EQ(all.facets().days, (std::vector<uint32_t>{1, 1}));
  const ResultSet sparse = find("sparse");
  EXPECT_EQ(sparse.total(), 1u);
  EXPECT_EQ(sparse.hidden(), 1u);
}

TEST_F(HiddenSets, CountOnlyWhatPassesTheFilters) {
  add(library_, {DraftPaper{.id = "2601.00004", .title = "sparse trees"}}, "2026-01-16.md");
  EXPECT_EQ(find("", {"2026-01-16"}).hidden(), 0u);
  EXPECT_EQ(find("", {"2026-01-15"}).hidden(), 1u);
  EXPECT_EQ(find("trees").hidden(), 0u);
}

TEST_F(HiddenSets, AreFoundWhereTheQueryNamesThem) {
  for (const char* text : {"is:dismissed", "graphs is:dismissed", "IS:Dismissed"}) {
    const ResultSet found = find(text);
    EXPECT_EQ(found.total(), 1u) << text;
    EXPECT_EQ(found.hidden(), 0u) << text;
    EXPECT_EQ(found.library_works(), 3u) << text;
  }
}

TEST_F(HiddenSets, HideNothingWhenTheyAreUnknown) {
  Library library;
  add(library, {DraftPaper{.id = "2601.00001"}}, "2026-01-14.md");
  EXPECT_EQ(search(library, {.hidden_sets = {"is:dismissed", "tag:x"}}).total(), 1u);
}

TEST_F(HiddenSets, AreNoReasonToSuggestAnotherSpelling) {
  add(library_,
      {DraftPaper{.id = "2601.00005", .title = "kernals"},
       DraftPaper{.id = "2601.00006", .title = "kernels"}},
      "2026-01-16.md");
  Searcher searcher(library_);
  const auto suggestion = [&] {
    return answer(library_, searcher, {.text = "kernals", .hidden_sets = {"is:dismissed"}}).suggested;
  };
  library_.define_set("is:dismissed", {"2601.00005"});
  EXPECT_EQ(suggestion(), Suggested::kNothing);
}

}  // namespace
}  // namespace broadsheet
