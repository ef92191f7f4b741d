#include "core/text/utf8.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Utf8Repair, ReplacesMaximalSubpartsAsTheUnicodeStandardDoes) {
  const struct {
    std::string bytes;
    std::string repaired;
    size_t replaced;
  } kCases[] = {
      {"", "", 0},
      {"plain ascii, longer than eight bytes", "plain ascii, longer than eight bytes", 0},
      {"中文 Güttel 𝐀", "中文 Güttel 𝐀", 0},
      {"a\x80z", "a\uFFFDz", 1},
      {"a\xC0\xAFz", "a\uFFFD\uFFFDz", 2},                      // overlong slash
      {"a\xE0\x80\x80z", "a\uFFFD\uFFFD\uFFFDz", 3},            // overlong NUL
      {"a\xED\xA0\x80z", "a\uFFFD\uFFFD\uFFFDz", 3},            // surrogate
      {"a\xF4\x90\x80\x80z", "a\uFFFD\uFFFD\uFFFD\uFFFDz", 4},  // beyond U+10FFFF
      {"a\xE4\xB8z", "a\uFFFDz", 1},                            // cut in the middle
      {"a\xF0\x9F\x98", "a\uFFFD", 1},                          // cut at the end
      {"\xFF\xFE", "\uFFFD\uFFFD", 2},
      {std::string("a\0b", 3), std::string("a\0b", 3), 0},
  };
  for (const auto& c : kCases) {
    std::string text = c.bytes;
    const Utf8Repair repair = repair_utf8(text);
    EXPECT_EQ(text, c.repaired);
    EXPECT_EQ(repair.replaced, c.replaced) << c.repaired;
  }
}

TEST(Utf8Repair, TellsWhereTheFirstReplacementStands) {
  std::string text = "12345678\xFF";
  EXPECT_EQ(repair_utf8(text).first_offset, 8u);
}

TEST(Utf16, CountsUnitsAsJavaScriptDoes) {
  const std::string text = "a中𝐀b";  // 1, 1, 2 and 1 units
  Utf16Cursor cursor(text);
  EXPECT_EQ(cursor.offset_of(1), 1u);
  EXPECT_EQ(cursor.offset_of(4), 2u);
  EXPECT_EQ(cursor.offset_of(8), 4u);
  EXPECT_EQ(cursor.offset_of(9), 5u);
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (const uint32_t c : {0x24u, 0xA2u, 0x20ACu, 0xFFFDu, 0x1D400u, 0x10FFFFu}) {
    std::string bytes;
    append_utf8(c, bytes);
    EXPECT_EQ(decode_utf8(bytes, 0).value, c);
    EXPECT_EQ(decode_utf8(bytes, 0).length, bytes.size());
  }
}

}  // namespace
}  // namespace broadsheet
