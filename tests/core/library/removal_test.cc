// Library::remove: the remaining library equals one of the remaining digests alone. Library::arrange: it
// equals one to which the digests were added in that order.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/search/completion.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/told.h"

namespace broadsheet {
namespace {

using testing::told;

std::vector<std::pair<std::string, std::string>> days(int count, unsigned seed) {
  std::mt19937 dice(seed);
  const std::vector<std::string> words = {"graph",   "attention", "model",  "the",    "of",
                                          "caching", "大模型",    "注意力", "sparse", "models"};
  const auto phrase = [&] {
    std::string text;
    for (auto i = dice() % 12 + 1; i > 0; --i) text += words[dice() % words.size()] + " ";
    return text;
  };
  std::vector<std::pair<std::string, std::string>> files;
  for (int day = 0; day < count; ++day) {
    std::vector<testing::DraftPaper> papers(dice() % 5 + 1);
    for (auto& paper : papers)
      paper = {.id = "2601.0" + std::to_string(1000 + dice() % 30), .title = phrase(), .tldr = phrase()};
    files.emplace_back("2026-01-" + std::to_string(10 + day) + ".md", testing::to_markdown(papers));
  }
  return files;
}

TEST(Removal, LeavesTheLibraryOfTheOtherDigests) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const auto files = days(12, seed);
    std::mt19937 dice(seed);
    Library library;
    Library others;
    std::vector<std::string> labels;
    for (const auto& [name, text] : files) {
      testing::add(library, text, name);
      if (dice() % 2 == 0) library.commit();
      if (dice() % 3 == 0) {
        labels.push_back(library.volumes().back()->label);
      } else {
        testing::add(others, text, name);
      }
    }
    EXPECT_EQ(library.remove(labels), labels.size());
    EXPECT_EQ(told(library), told(others)) << seed;
    testing::add(library, files.front().second + "\n", "2026-02-01.md");
    testing::add(others, files.front().second + "\n", "2026-02-01.md");
    EXPECT_EQ(told(library), told(others)) << seed << ", with another day";
  }
}

TEST(Arranging, GivesTheLibraryOfThatOrder) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const auto files = days(9, seed);
    std::mt19937 dice(seed);
    Library library;
    std::vector<size_t> order;
    for (const auto& [name, text] : files) {
      testing::add(library, text, name);
      if (dice() % 2 == 0) library.commit();
      order.push_back(order.size());
    }
    std::shuffle(order.begin(), order.end(), dice);
    Library other;
    std::vector<std::string> labels;
    for (const size_t file : order) {
      labels.push_back(library.volumes()[file]->label);
      testing::add(other, files[file].second, files[file].first);
    }
    library.arrange(labels);
    EXPECT_EQ(told(library), told(other)) << seed;
    EXPECT_FALSE(library.arrange(labels));
    testing::add(library, files.front().second + "\n", "2026-02-01.md");
    testing::add(other, files.front().second + "\n", "2026-02-01.md");
    EXPECT_EQ(told(library), told(other)) << seed << ", with another day";
  }
}

TEST(Arranging, LeavesDigestsWithoutALabelAtTheEnd) {
  Library library;
  for (const auto& [name, text] : days(4, 1)) testing::add(library, text, name);
  EXPECT_TRUE(library.arrange({"2026-01-12", "2026-01-10", "none"}));
  std::vector<std::string> labels;
  for (const auto& volume : library.volumes()) labels.push_back(volume->label);
  EXPECT_EQ(labels, (std::vector<std::string>{"2026-01-12", "2026-01-10", "2026-01-11", "2026-01-13"}));
}

TEST(Removal, OfAllLeavesAnEmptyLibraryThatTakesDigestsAgain) {
  Library library;
  for (const auto& [name, text] : days(3, 1)) testing::add(library, text, name);
  std::vector<std::string> labels = {"not open"};
  for (const auto& volume : library.volumes()) labels.push_back(volume->label);
  EXPECT_EQ(library.remove(labels), 3u);
  EXPECT_EQ(library.paper_count(), 0u);
  EXPECT_EQ(search(library, {.text = "graph"}).total(), 0u);
  testing::add(library, {testing::DraftPaper{.title = "Graphs"}});
  EXPECT_EQ(search(library, {.text = "graph"}).total(), 1u);
}

TEST(Removal, ForgetsAPendingDigestAndKeepsTheLabelsOfTheRest) {
  Library library;
  const std::vector<testing::DraftPaper> one = {{}};
  const std::vector<testing::DraftPaper> two = {{.title = "Another"}};
  testing::add(library, one, "2026-01-14.md");
  testing::add(library, two, "2026-01-14.jsonl.md");
  testing::add(library, {testing::DraftPaper{.title = "Third"}}, "2026-01-14.md");
  const std::string kept = library.volumes()[2]->label;
  ASSERT_NE(kept, library.volumes()[0]->label);
  ASSERT_TRUE(library.read("2026-01-20.md", testing::to_markdown({{.title = "Pending"}})).ok());
  EXPECT_EQ(library.remove({library.volumes()[0]->label}), 1u);
  EXPECT_EQ(library.index(10), 0u);
  ASSERT_EQ(library.volumes().size(), 2u);
  EXPECT_EQ(library.volumes()[1]->label, kept);
  EXPECT_EQ(library.remove({"2026-01-14"}), 0u) << "that label left with its digest";
}

TEST(Removal, ASetOfWorksOutlivesTheirDigests) {
  Library library;
  testing::add(library, {testing::DraftPaper{}, testing::DraftPaper{.id = "2601.00002"}}, "2026-01-13.md");
  library.define_set("is:read", {"2601.00002", "2601.00003"});
  const auto read = [&](std::string query = "is:read") { return search(library, {.text = query}).total(); };
  EXPECT_EQ(read(), 1u);
  EXPECT_EQ(read("is:unread"), 1u);
  testing::add(library, {testing::DraftPaper{.id = "2601.00003"}}, "2026-01-14.md");
  EXPECT_EQ(read(), 2u) << "a work that was marked before its digest came";
  library.remove({"2026-01-13"});
  EXPECT_EQ(read(), 1u);
  EXPECT_EQ(read("is:unread"), 0u);
  testing::add(library, {testing::DraftPaper{.id = "2601.00002"}, testing::DraftPaper{}}, "2026-01-15.md");
  EXPECT_EQ(read(), 2u);
  library.put_in_set("is:read", "2601.00002", false);
  library.put_in_set("is:read", "2601.00001", true);
  library.put_in_set("tag:unknown", "2601.00001", true);
  EXPECT_EQ(read(), 2u);
  EXPECT_EQ(read("is:unread"), 1u);
  library.define_set("is:read", {});
  EXPECT_EQ(read("is:unread"), 3u);
}

TEST(Removal, APaperIsLocatedByItsKeyWhateverItsDigestIsCalled) {
  Library library;
  testing::add(library, {testing::DraftPaper{}, testing::DraftPaper{.id = "2601.00002"}}, "me@home@work.md");
  for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper)
    EXPECT_EQ(library.locate(library.key_of(paper)), paper) << library.key_of(paper);
}

TEST(Removal, AWorkWithoutIdAndLinkIsNamedByItsPlace) {
  Library library;
  const std::string text =
      "### [1] [No link at all]()\n*Ada*\n\nMain category: cs.LG\n\nTL;DR: a\n\n\n"
      "### [2] [Linked](https://example.org/b/)\n*Bo*\n\nMain category: cs.LG\n\nTL;DR: b\n\n\n";
  testing::add(library, text, "2026-01-14.md");
  ASSERT_EQ(library.paper_count(), 2u);
  EXPECT_EQ(library.work_name(0), "#1@2026-01-14");
  EXPECT_EQ(library.work_name(1), "example.org/b");
  library.define_set("is:starred", {"#1@2026-01-14"});
  EXPECT_EQ(search(library, {.text = "is:starred"}).total(), 1u);
  library.put_in_set("is:starred", "example.org/b", true);
  EXPECT_EQ(search(library, {.text = "is:starred"}).total(), 2u);
}

}  // namespace
}  // namespace broadsheet
