#include "core/text/encoding.h"

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "tests/core/support/decoder.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using Names = std::vector<std::string_view>;

std::string fixture(const std::string& name) {
  return testing::read_all(testing::fixtures() / "encodings" / name);
}

struct Case {
  const char* file;
  const char* text;  // the expected result
  const char* name;
};
constexpr Case kFiles[] = {{"chinese.gbk", "chinese.md", "GBK"},
                           {"traditional.big5", "traditional.md", "Big5"},
                           {"japanese.shift-jis", "japanese.md", "Shift-JIS"},
                           {"japanese.euc-jp", "japanese.md", "EUC-JP"},
                           {"korean.euc-kr", "korean.md", "EUC-KR"},
                           {"western.windows-1252", "western.md", "windows-1252"},
                           {"russian.windows-1251", "russian.md", "windows-1251"},
                           {"russian.koi8-r", "russian.md", "KOI8-R"},
                           {"chinese.utf-16le", "chinese.md", "UTF-16LE"},
                           {"western.utf-16be", "western.md", "UTF-16BE"},
                           {"korean.utf-16le-marked", "korean.md", "UTF-16LE"},
                           {"japanese.utf-16be-marked", "japanese.md", "UTF-16BE"}};

TEST(Encoding, ConvertsWhatIsCertain) {
  for (const Case& each : kFiles) {
    std::string bytes = fixture(each.file);
    const Encoding encoding = convert_to_utf8(bytes, testing::decode);
    EXPECT_EQ(encoding.converted_from, each.name) << each.file;
    EXPECT_TRUE(encoding.is_utf8) << each.file;
    EXPECT_EQ(bytes, fixture(each.text)) << each.file;
  }
}

// A multiple of the sample: what it decided holds for the rest.
TEST(Encoding, ConvertsFilesLargerThanItsSample) {
  for (const Case& each :
       {Case{"chinese.gbk", "chinese.md", "GBK"}, Case{"western.windows-1252", "western.md", "windows-1252"},
        Case{"western.utf-16be", "western.md", "UTF-16BE"}}) {
    const std::string one = fixture(each.file);
    const std::string one_in_utf8 = fixture(each.text);
    std::string bytes;
    std::string text;
    while (bytes.size() < 200'000) {
      bytes += one;
      text += one_in_utf8;
    }
    EXPECT_EQ(convert_to_utf8(bytes, testing::decode).converted_from, each.name) << each.file;
    EXPECT_TRUE(bytes == text) << each.file;
  }
}

// One word as long as the sample, which ends inside a character.
TEST(Encoding, ConvertsTextWithoutBlanks) {
  std::string bytes = "x";
  std::string text = "x";
  while (bytes.size() < 100'000) {
    bytes += "\xB5\xC4\xC4\xA3\xD0\xCD\xCE\xD2\xC3\xC7\xD1\xD0\xBE\xBF\xB7\xBD\xB7\xA8\xD3\xD0\xD0\xA7";
    text += "的模型我们研究方法有效";
  }
  EXPECT_EQ(convert_to_utf8(bytes, testing::decode).converted_from, "GBK");
  EXPECT_TRUE(bytes == text);
}

TEST(Encoding, LeavesUtf8AsItIs) {
  for (const char* name :
       {"chinese.md", "traditional.md", "japanese.md", "korean.md", "western.md", "russian.md"}) {
    const std::string text = fixture(name);
    std::string bytes = text;
    const Encoding encoding = convert_to_utf8(bytes, testing::decode);
    EXPECT_TRUE(encoding.is_utf8 && encoding.converted_from.empty() && encoding.candidates.empty()) << name;
    EXPECT_EQ(bytes, text) << name;
  }
  std::string marked =
      "\xEF\xBB\xBF"
      "text";
  EXPECT_EQ(convert_to_utf8(marked, testing::decode).converted_from, "");
  EXPECT_EQ(marked, "text");
}

// Each byte in turn is lost or replaced.
TEST(Encoding, TakesDamagedUtf8ForNothingElse) {
  for (const char* name : {"chinese.md", "western.md", "korean.md"}) {
    const std::string text = fixture(name);
    for (size_t i = 0; i < text.size(); i += 3) {
      std::string cut = text;
      cut.erase(i, 1);
      std::string changed = text;
      changed[i] = '\xE9';
      for (std::string* bytes : {&cut, &changed}) {
        const std::string before = *bytes;
        EXPECT_EQ(convert_to_utf8(*bytes, testing::decode).converted_from, "") << name << ' ' << i;
        EXPECT_EQ(*bytes, before);
      }
    }
  }
}

TEST(Encoding, NamesWhatWouldFitWhereItIsDoubtful) {
  const struct {
    std::string bytes;
    Names candidates;
  } kCases[] = {
      {fixture("eastern.windows-1250"), {"windows-1250"}},
      {"### [1] [T](u)\n*Ren\xE9*\n", {"windows-1252", "windows-1250"}},
      {"\xC4\xA3\xD0\xCD\n", {"GBK"}},              // 模型, two characters
      {"\x95\xA2\x96\xBD \xFF\xFE\xFF noise", {}},  // no encoding has these bytes
  };
  for (const auto& each : kCases) {
    std::string bytes = each.bytes;
    const Encoding encoding = convert_to_utf8(bytes, testing::decode);
    EXPECT_EQ(encoding.converted_from, "");
    EXPECT_EQ(encoding.candidates, each.candidates) << each.bytes;
    EXPECT_EQ(bytes, each.bytes);
    EXPECT_FALSE(encoding.is_utf8);
  }
}

// Without a decoder, or with one that fails, the encoding stays in doubt.
TEST(Encoding, NeedsADecoderForEastAsianTextsOnly) {
  for (const Case& each : kFiles) {
    std::string bytes = fixture(each.file);
    const std::string_view name = each.name;
    const bool own = name == "windows-1252" || name.starts_with("UTF-16");
    EXPECT_EQ(convert_to_utf8(bytes, {}).converted_from, own ? name : "") << each.file;
  }
}

TEST(Encoding, HalvesOfUtf16AreLeftForTheRepair) {
  std::string bytes = fixture("korean.utf-16le-marked") + std::string("\x00\xD8\x41\x00\x00", 5);
  EXPECT_FALSE(convert_to_utf8(bytes, {}).is_utf8);
  EXPECT_EQ(repair_utf8(bytes).replaced, 2u);
  EXPECT_EQ(bytes, fixture("korean.md") + "\uFFFDA\uFFFD");
}

TEST(Encoding, AnIllFormedByteMakesItDoubtful) {
  std::string in_sample = fixture("chinese.gbk");
  std::string after_it;
  while (after_it.size() < 100'000) after_it += in_sample;
  for (std::string* bytes : {&in_sample, &after_it}) {
    bytes->append("\xFF\n");
    const std::string before = *bytes;
    const Encoding encoding = convert_to_utf8(*bytes, testing::decode);
    EXPECT_EQ(encoding.converted_from, "");
    EXPECT_EQ(encoding.candidates, Names{"GBK"});
    EXPECT_EQ(*bytes, before);
  }
}

TEST(Encoding, NamesOfOneArchiveAreDecodedTogether) {
  using Files = std::vector<std::string>;
  const struct {
    Files bytes;
    Files names;
  } kCases[] = {
      {{"2026\xC4\xEA"
        "1\xD4\xC2"
        "14\xC8\xD5.md"},
       {"2026年1月14日.md"}},  // GBK
      {{"2026\x94N1\x8C\x8E"
        "14\x93\xFA.md"},
       {"2026年1月14日.md"}},  // Shift-JIS
      {{"2026\xA6~1\xA4\xEB"
        "14\xA4\xE9.md"},
       {"2026年1月14日.md"}},  // Big5
      {{"2026\xB3\xE2"
        "1\xBF\xF9"
        "14\xC0\xCF.md"},
       {"2026년1월14일.md"}},  // EUC-KR
      {{"\xC2\xDB\xCE\xC4/a.md", "\xD5\xAA\xD2\xAA.md", "b.md"}, {"论文/a.md", "摘要.md", "b.md"}},
      {{"\x95\\.md", "\x93\xFA\x96{\x8C\xEA.md"}, {"表.md", "日本語.md"}},  // trailing byte is a backslash
      {{"2026-01-14 \xE6\x97\xA5.md", "plain.md"},
       {"2026-01-14 日.md", "plain.md"}},                // UTF-8 without the flag
      {{"Jos\x82.md"}, {"José.md"}},                     // CP437
      {{"日报日报\xE6\x9C.md"}, {"日报日报\uFFFD.md"}},  // UTF-8, cut
      {{}, {}},
  };
  for (const auto& each : kCases) EXPECT_EQ(decode_names(each.bytes, testing::decode), each.names);
}

}  // namespace
}  // namespace broadsheet
