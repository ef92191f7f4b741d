// Small views of text: their content, and that their memory is bounded.
#include "core/digest/text_slices.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

TEST(LineCounter, CountsInAnyOrder) {
  std::mt19937 random(1);
  std::string text;
  for (size_t i = 0; i < 50'000; ++i) text += "ab\n"[random() % 3];
  LineCounter lines(text);
  for (size_t round = 0; round < 2'000; ++round) {
    const size_t offset = round % 7 == 0 ? round % 2 * text.size() : random() % text.size();
    const auto feeds = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    ASSERT_EQ(lines.line_of(offset), 1 + static_cast<uint32_t>(feeds)) << offset;
  }
}

TEST(BeginningOf, CutsNoCharacter) {
  const std::string text = "aä模😀";
  for (size_t most = 0; most <= text.size() + 1; ++most) {
    const std::string_view beginning = beginning_of(text, most);
    EXPECT_TRUE(is_utf8(beginning)) << most;
    EXPECT_LE(beginning.size(), most);
    EXPECT_LT(std::min(most, text.size()) - beginning.size(), 4u) << most;
  }
}

TEST(SplitAuthors, TakesRoomForNamesOnly) {
  const std::string commas(100'000, ',');
  EXPECT_LE(split_authors(commas).capacity(), 64u);
  const std::vector<std::string_view> few = split_authors("Ada Lovelace, Alan Turing, Jr.");
  EXPECT_EQ(few, (std::vector<std::string_view>{"Ada Lovelace", "Alan Turing, Jr."}));
  std::string many = "A";
  for (size_t i = 1; i < 1'000; ++i) many += ",A";
  EXPECT_EQ(split_authors(many).size(), 1'000u);
  EXPECT_EQ(split_authors(many).capacity(), 1'000u);
}

}  // namespace
}  // namespace broadsheet
