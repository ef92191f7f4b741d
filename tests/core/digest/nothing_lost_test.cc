// The promise: every non-blank line of a digest is part of a paper, structure that its dialect names, or
// reported.
#include "tests/core/support/nothing_lost.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::lines_of;
using testing::read_all;

std::string first_lost_line(const std::string& text) {
  return testing::first_lost_line(digest_of(text, "2026-01-14.md"));
}

std::vector<std::string> fixture_texts() {
  std::vector<std::string> texts;
  for (const auto& file : testing::files_in(testing::fixtures(), ".md")) texts.push_back(read_all(file));
  return texts;
}

TEST(NothingLost, EveryLineOfAFixtureIsKeptNamedOrReported) {
  for (const std::string& text : fixture_texts()) EXPECT_EQ(first_lost_line(text), "") << text.substr(0, 200);
}

TEST(NothingLost, EveryLineOfADisorderedDigestIsKeptNamedOrReported) {
  const std::vector<std::string> texts = fixture_texts();
  std::mt19937 random(20261124);
  const auto pick = [&](size_t size) { return random() % size; };
  for (int round = 0; round < 4000; ++round) {
    const std::vector<std::string_view> original = lines_of(texts[pick(texts.size())]);
    if (original.empty()) continue;
    std::vector<std::string> lines(original.begin(), original.end());
    for (size_t change = pick(6); change < 6 && !lines.empty(); ++change) {
      const size_t i = pick(lines.size());
      switch (pick(4)) {
        case 0:
          lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
          break;
        case 1:
          lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), lines[pick(lines.size())]);
          break;
        case 2:
          std::swap(lines[i], lines[pick(lines.size())]);
          break;
        default: {
          const auto other = lines_of(texts[pick(texts.size())]);
          if (!other.empty())
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i),
                         std::string(other[pick(other.size())]));
        }
      }
    }
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    ASSERT_EQ(first_lost_line(text), "") << "round " << round << "\n" << text;
  }
}

TEST(NothingLost, EveryLineOfTheCorpusIsKeptNamedOrReported) {
  if (!testing::has_corpus()) GTEST_SKIP() << "no corpus on this machine: real digests are not tested";
  for (const char* folder : {"archive", "hard", "dialects"}) {
    for (const auto& file : testing::files_in(testing::corpus() / folder, ".md"))
      EXPECT_EQ(first_lost_line(read_all(file)), "") << file;
  }
}

}  // namespace
}  // namespace broadsheet
