// The promise: every line of a digest that is not blank is part of a paper, or structure that its dialect
// names, or reported.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/digest/dialect.h"
#include "core/digest/text_slices.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::read_all;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

const Dialect& dialect_named(std::string_view name) {
  for (const Dialect& dialect : dialects()) {
    if (dialect.name == name) return dialect;
  }
  return unknown_dialect();
}

bool names(const Dialect& dialect, std::string_view line) {
  if (line.starts_with("<details") || line == "</details>" || line.starts_with("<summary>")) return true;
  LineMatch ignored;
  const auto any = [&](const std::vector<LinePattern>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const LinePattern& pattern) {
      return !pattern.matches_anything() && pattern.match(line, ignored);
    });
  };
  return any(dialect.papers) || any(dialect.sections) || any(dialect.contents) || any(dialect.structure) ||
         any(dialect.groups) || any(dialect.header.lines) || any(dialect.details.lines) ||
         any(dialect.tail.lines);
}

// A heading that stands for a second time.
bool names_category(const Digest& digest, std::string_view line) {
  line = trim(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  return std::any_of(digest.categories.begin(), digest.categories.end(),
                     [&](const Category& category) { return category.name == line; });
}

class Coverage {
 public:
  explicit Coverage(const Digest& digest) : source_(*digest.source) {
    for (const Category& category : digest.categories) add(category.name);
    for (const Paper& paper : digest.papers) {
      add(paper.title);
      add(paper.url);
      for (const auto author : paper.authors) add(author);
      for (const auto category : paper.categories) add(category);
      for (const auto& text : paper.texts) add(text.value_or(std::string_view()));
      for (const ExtraField& extra : paper.extra) add(extra.name), add(extra.text);
    }
    std::sort(ranges_.begin(), ranges_.end());
    for (const Diagnostic& diagnostic : digest.diagnostics) reported_.insert(diagnostic.line);
  }

  bool holds(std::string_view line) {
    const auto begin = static_cast<size_t>(line.data() - source_.data());
    const size_t end = begin + line.size();
    for (; at_ < ranges_.size() && ranges_[at_].first < end; ++at_)
      covered_to_ = std::max(covered_to_, ranges_[at_].second);
    return covered_to_ > begin;
  }
  bool reports(uint32_t line) const { return reported_.contains(line); }

 private:
  void add(std::string_view text) {
    if (text.empty() || text.data() < source_.data() || text.data() >= source_.data() + source_.size())
      return;
    const auto begin = static_cast<size_t>(text.data() - source_.data());
    ranges_.emplace_back(begin, begin + text.size());
  }

  std::string_view source_;
  std::vector<std::pair<size_t, size_t>> ranges_;
  std::set<uint32_t> reported_;
  size_t at_ = 0;
  size_t covered_to_ = 0;
};

std::string first_lost_line(const std::string& text) {
  const Digest digest = digest_of(text, "2026-01-14.md");
  if (digest.papers.empty()) return digest.diagnostics.empty() ? "a file without papers or a reason" : "";
  const Dialect& dialect = dialect_named(digest.dialect);
  Coverage coverage(digest);
  uint32_t number = 0;
  bool is_front_matter = digest.source->starts_with("---");
  for (const std::string_view line : lines_of(*digest.source)) {
    const std::string_view trimmed = trim(line);
    const bool held = coverage.holds(line);
    ++number;
    if (is_front_matter) {
      is_front_matter = number == 1 || trimmed != "---";
      continue;
    }
    if (trimmed.empty() || held || coverage.reports(number) || names(dialect, trimmed) ||
        names_category(digest, trimmed))
      continue;
    return std::string(digest.dialect) + " line " + std::to_string(number) + ": " + std::string(line);
  }
  return "";
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
