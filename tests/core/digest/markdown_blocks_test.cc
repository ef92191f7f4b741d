// Blocks against those of all of cmark: the measures that bound reading time must not show. What is replaced
// in it (cmake/cmark_blocks_only.c) is so on both sides; it says nothing of where blocks are.
#include "core/digest/markdown_blocks.h"

#include <cmark.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

struct Found {
  BlockKind kind;
  uint32_t level;
  size_t begin;
  bool operator==(const Found&) const = default;
};
void PrintTo(const Found& block, std::ostream* out) {
  *out << (block.kind == BlockKind::kHeading ? "heading " : "html ") << block.level << " at " << block.begin;
}

std::vector<Found> found(std::string_view text) {
  std::vector<Found> blocks;
  for_each_block(text, [&](const Block& block) { blocks.push_back({block.kind, block.level, block.begin}); });
  return blocks;
}

std::vector<Found> found_by_all_of_cmark(std::string_view text) {
  const std::vector<uint32_t> lines = line_offsets(text);
  std::vector<Found> blocks;
  cmark_node* document = cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT);
  for (cmark_node* node = cmark_node_first_child(document); node != nullptr; node = cmark_node_next(node)) {
    const size_t begin = lines[static_cast<size_t>(cmark_node_get_start_line(node) - 1)];
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
      blocks.push_back(
          {BlockKind::kHeading, static_cast<uint32_t>(cmark_node_get_heading_level(node)), begin});
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) blocks.push_back({BlockKind::kHtml, 0, begin});
  }
  cmark_node_free(document);
  return blocks;
}

// Beginnings and ends of blocks, and lookalikes.
constexpr std::array kPieces = std::to_array<std::string_view>({"# h",
                                                                "## [t](http://x.org)",
                                                                "====",
                                                                "---",
                                                                "- ",
                                                                "* ",
                                                                "1. ",
                                                                "> ",
                                                                "  ",
                                                                "    ",
                                                                "\t",
                                                                "text",
                                                                "[a]: b",
                                                                "[c]: <d>",
                                                                "\"t\"",
                                                                "```",
                                                                "~~~",
                                                                "<details>",
                                                                "<a b>",
                                                                "</details>",
                                                                "<!--",
                                                                "-->",
                                                                "<script>",
                                                                "</script>",
                                                                "<?x",
                                                                "* * *",
                                                                "_ _ _",
                                                                "![[]()",
                                                                "`",
                                                                "\\",
                                                                "x",
                                                                "12345. ",
                                                                "- - - a",
                                                                "> > b",
                                                                "\f",
                                                                "\xE8\xAF\xAD",
                                                                std::string_view("\0", 1)});
constexpr std::array kEnds =
    std::to_array<std::string_view>({"\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r", " \n", ""});

std::string soup(std::mt19937& random, size_t pieces) {
  std::string text;
  for (size_t i = 0; i < pieces; ++i)
    (text += kPieces[random() % kPieces.size()]) += kEnds[random() % kEnds.size()];
  return text;
}

TEST(MarkdownBlocks, AreThoseOfAllOfCmarkInFixturesAndFuzzCorpus) {
  std::vector<std::filesystem::path> folders = {testing::fixtures(),
                                                testing::source_dir() / "tests/fuzz/corpus"};
  if (testing::has_corpus()) folders.push_back(testing::corpus());
  size_t blocks = 0;
  for (const auto& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = testing::read_all(entry.path());
      EXPECT_EQ(found(text), found_by_all_of_cmark(text)) << entry.path();
      blocks += found(text).size();
    }
  }
  EXPECT_GT(blocks, 100u);
}

TEST(MarkdownBlocks, AreThoseOfAllOfCmarkInAnySoupOfThem) {
  std::mt19937 random(16);
  for (size_t round = 0; round < 4000; ++round) {
    const std::string text = soup(random, round % 40);
    ASSERT_EQ(found(text), found_by_all_of_cmark(text)) << text;
  }
}

// More than cmark is fed at once, in one block or in many.
TEST(MarkdownBlocks, AreThoseOfAllOfCmarkInLongTexts) {
  std::mt19937 random(17);
  for (const std::string_view head : {"", "- x\n\n  ", "> ", "```\n", "<!--\n", "[a]: b\n", "1. - > * x\n"}) {
    for (const std::string_view line : {"", "word\n", "- item\n", "  - item\n", "> quote\n",
                                        "# [t](http://x.org)\n", "[a]: b\n", "\n", "    code\n", "<p>\n"}) {
      std::string text = std::string(head) + soup(random, 20);
      for (size_t size = text.size() + 100'000; text.size() < size && !line.empty();) text += line;
      for (size_t i = 0; i < 20; ++i) text += soup(random, 10) + "\n# end\n\n";
      ASSERT_EQ(found(text), found_by_all_of_cmark(text)) << head << " and " << line;
    }
  }
}

TEST(MarkdownBlocks, ContainersBeyondAHundredInALineAreText) {
  const auto nested = [](std::string_view marker, size_t count) {
    std::string line;
    for (size_t i = 0; i < count; ++i) line += marker;
    return line + "# deep\n\n# next\n";
  };
  for (const std::string_view marker : {"> ", ">", "- ", "1. ", "12) ", "+\t", "* - > "}) {
    for (const size_t count : {size_t{1}, kMaxLineContainers, kMaxLineContainers + 1, size_t{100'000}}) {
      const std::string text = nested(marker, count);
      EXPECT_EQ(found(text), (std::vector<Found>{{BlockKind::kHeading, 1, text.size() - 7}}))
          << marker << count;
    }
  }
}

TEST(MarkdownBlocks, ALongRuleIsNoNestOfLists) {
  std::string rule;
  for (size_t i = 0; i < 10 * kMaxLineContainers; ++i) rule += "* ";
  for (const std::string& text : {"a\n" + rule + "\n# b\n", "> " + rule + "\n# b\n", rule + "x\n===\n# b\n"})
    EXPECT_EQ(found(text), found_by_all_of_cmark(text));
}

TEST(LineOffsets, EndLinesWhereCommonMarkDoes) {
  EXPECT_EQ(line_offsets("a\nb\r\nc\rd"), (std::vector<uint32_t>{0, 2, 5, 7, 8}));
  EXPECT_EQ(line_offsets(""), (std::vector<uint32_t>{0, 0}));
  EXPECT_EQ(line_offsets("\n"), (std::vector<uint32_t>{0, 1}));
}

}  // namespace
}  // namespace broadsheet
