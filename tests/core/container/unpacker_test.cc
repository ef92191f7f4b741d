#include "core/container/unpacker.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/archives.h"
#include "tests/core/support/decoder.h"

namespace broadsheet {
namespace {

using testing::make_gzip;
using testing::make_zip;
using testing::unicode_path;
using Files = std::vector<std::string>;

// Each file as `name=bytes`, each error as `name!code`.
Files unpack(std::string_view name, std::string bytes) {
  Files files;
  Unpacker unpacker(name, std::move(bytes), testing::decode);
  while (const auto file = unpacker.next()) {
    files.push_back(file->name + (file->bytes.ok() ? "=" + file->bytes.value()
                                                   : "!" + std::string(name_of(file->bytes.error().code))));
  }
  return files;
}

// Overwrites bytes at `offset` from the last place where `find` occurs.
std::string patched(std::string bytes, std::string_view find, size_t offset, std::string_view by) {
  return bytes.replace(bytes.rfind(find) + offset, by.size(), by);
}

// Bytes that do not compress.
std::string noise(size_t size) {
  std::mt19937 random(1);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

constexpr std::string_view kLocalHeader{"PK\x03\x04", 4};
constexpr std::string_view kDirectoryEntry{"PK\x01\x02", 4};

TEST(ContainerKind, IsToldByContent) {
  EXPECT_EQ(container_kind_of(make_gzip("x")), ContainerKind::kGzip);
  EXPECT_EQ(container_kind_of(make_zip({{"a.md", "x"}})), ContainerKind::kZip);
  EXPECT_EQ(container_kind_of(make_zip({})), ContainerKind::kZip);
  EXPECT_EQ(container_kind_of("# PK"), ContainerKind::kNone);
  EXPECT_EQ(container_kind_of(""), ContainerKind::kNone);
}

TEST(Unpacker, AGzipIsOneFileWithoutItsEnding) {
  EXPECT_EQ(unpack("2026-01-14.md.gz", make_gzip("text")), Files{"2026-01-14.md=text"});
  EXPECT_EQ(unpack("renamed.md", make_gzip("text")), Files{"renamed.md=text"});
  EXPECT_EQ(unpack("empty.md.gz", make_gzip("")), Files{"empty.md="});
}

TEST(Unpacker, MembersOfAGzipAreOneText) {
  EXPECT_EQ(unpack("a.md.gz", make_gzip("one ") + make_gzip("two") + "trailing"), Files{"a.md=one two"});
}

TEST(Unpacker, AZipGivesItsDigestsInOrderWithTheirFolders) {
  const std::string zip = make_zip({{"2026/", ""},
                                    {"2026/2026-01-14.md", "fourteen"},
                                    {"2026/picture.png", "png"},
                                    {"2026/2026-01-13.JSONL", "thirteen", true},
                                    {"__MACOSX/2026/._2026-01-14.md", "fork"},
                                    {".hidden.md", "hidden"}},
                                   "a comment");
  const Files expected = {"2026/2026-01-14.md=fourteen", "2026/2026-01-13.JSONL=thirteen"};
  EXPECT_EQ(unpack("year.zip", zip), expected);
  EXPECT_EQ(unpack("year.zip", zip + std::string(100, '\n')), expected);
}

TEST(Unpacker, AGzipInAZipIsUnpackedOnceAndOtherArchivesAreNot) {
  EXPECT_EQ(unpack("a.zip", make_zip({{"1.md.gz", make_gzip("one")},
                                      {"2.zip", make_zip({{"a.md", "x"}})},
                                      {"3.md.gz", make_gzip(make_gzip("x"))},
                                      {"4.md.gz", make_gzip(make_zip({{"a.md", "x"}}))},
                                      {"5.md", "five"}})),
            (Files{"1.md=one", "2.zip!nested_archive", "3.md.gz!nested_archive", "4.md.gz!nested_archive",
                   "5.md=five"}));
  EXPECT_EQ(unpack("a.md.gz", make_gzip(make_gzip("x"))), Files{"a.md.gz!nested_archive"});
}

// 论文 and 摘要 in GBK, 表 and 日本語 in Shift-JIS, José in CP437.
TEST(Unpacker, NamesThatSayNothingOfTheirEncodingAreDecodedTogether) {
  const std::string month =
      "2026\xC4\xEA"
      "1\xD4\xC2/";  // 2026年1月
  EXPECT_EQ(unpack("a.zip", make_zip({{month + "14\xC8\xD5.md", "x"}, {month + "\xC2\xDB\xCE\xC4.md", "y"}})),
            (Files{"2026年1月/14日.md=x", "2026年1月/论文.md=y"}));
  EXPECT_EQ(unpack("a.zip", make_zip({{"\x93\xFA\x96{\x8C\xEA/\x95\\.md", "x"}})), Files{"日本語/表.md=x"});
  EXPECT_EQ(unpack("a.zip", make_zip({{"Jos\x82.md", "x"}})), Files{"José.md=x"});
}

TEST(Unpacker, NamesThatSayTheirEncodingAreTakenAtTheirWord) {
  const std::string gbk = "\xC2\xDB\xCE\xC4.md";
  EXPECT_EQ(unpack("a.zip", make_zip({{"论文.md", "x", false, true}, {"caf\xE9.md", "y", false, true}})),
            (Files{"论文.md=x", "caf\uFFFD.md=y"}));
  EXPECT_EQ(unpack("a.zip", make_zip({{"plain.md", "x", false, false, unicode_path("plain.md", "日报.md")},
                                      {gbk, "y", false, false,
                                       "xx\x02" + std::string("\0ab", 3) + unicode_path(gbk, "报告.md")}})),
            (Files{"日报.md=x", "报告.md=y"}));
}

TEST(Unpacker, DecodedNamesLeadNowhereEither) {
  EXPECT_EQ(unpack("a.zip", make_zip({{"a.md", "x", false, false, unicode_path("a.md", "../a.md")},
                                      {"\x93\xFA\x96{/..\\..\\\x93\xFA.md", "x"}})),
            (Files{"../a.md!unsafe_path", "日本/../../日.md!unsafe_path"}));
}

TEST(Unpacker, NamesThatLeadOutOfTheArchiveAreRefused) {
  EXPECT_EQ(unpack("a.zip", make_zip({{"/etc/a.md", "x"},
                                      {"../b.md", "x"},
                                      {"a/../../c.md", "x"},
                                      {"C:\\d.md", "x"},
                                      {"..\\e.md", "x"},
                                      {"good..md", "kept"},
                                      {"..f/g.md", "kept"}})),
            (Files{"/etc/a.md!unsafe_path", "../b.md!unsafe_path", "a/../../c.md!unsafe_path",
                   "C:/d.md!unsafe_path", "../e.md!unsafe_path", "good..md=kept", "..f/g.md=kept"}));
}

TEST(Unpacker, ABrokenEntryCostsOnlyItself) {
  const std::string text(1000, 'x');
  const std::string zip = make_zip({{"1.md", "first", true}, {"2.md", text, true}, {"3.md", "third", true}});
  EXPECT_EQ(unpack("a.zip", patched(zip, text, 0, "y")),
            (Files{"1.md=first", "2.md!broken_archive", "3.md=third"}));
  EXPECT_EQ(unpack("a.zip", patched(zip, kDirectoryEntry, 8, "\x01")),
            (Files{"1.md=first", "2.md=" + text, "3.md!encrypted"}));
  std::string other_method = patched(zip, kDirectoryEntry, 10, "\x0E");
  EXPECT_EQ(unpack("a.zip", patched(other_method, kLocalHeader, 8, "\x0E")),
            (Files{"1.md=first", "2.md=" + text, "3.md!unsupported_compression"}));
}

TEST(Unpacker, ACutContainerSaysSo) {
  std::string text(100'000, 'x');
  text += "end";
  const std::string gzip = make_gzip(text);
  for (const size_t size : {gzip.size() - 1, gzip.size() / 2, size_t{11}, size_t{3}})
    EXPECT_EQ(unpack("a.md.gz", gzip.substr(0, size)), Files{"a.md.gz!broken_archive"}) << size;
  EXPECT_EQ(unpack("a.md.gz", patched(gzip, gzip.substr(gzip.size() - 8), 0, "\x01")),
            Files{"a.md.gz!broken_archive"});
  const std::string zip = make_zip({{"a.md", "x"}});
  constexpr size_t kEndRecordBytes = 22;
  for (size_t size = 4; size <= zip.size() - kEndRecordBytes; ++size)
    EXPECT_EQ(unpack("a.zip", zip.substr(0, size)), Files{"a.zip!broken_archive"}) << size;
}

TEST(Unpacker, ABombIsPutOut) {
  const std::string zeros(kUnsuspiciousBytes + 1, '\0');
  EXPECT_EQ(unpack("a.md.gz", make_gzip(zeros)), Files{"a.md.gz!zip_bomb"});
  const std::string half(kUnsuspiciousBytes / 2 + 1, '\0');
  const Files files = unpack("a.zip", make_zip({{"1.md", half}, {"2.md", half}, {"3.md", "never reached"}}));
  ASSERT_EQ(files.size(), 2u);
  EXPECT_TRUE(files[0].starts_with("1.md="));
  EXPECT_EQ(files[1], "a.zip!zip_bomb");
}

TEST(Unpacker, WhatTurnsOutToBeDamagedCountsToo) {
  const std::string large(kUnsuspiciousBytes / 2 + 1, 'x');
  std::string damaged = make_zip({{"1.md", large}, {"2.md", large}, {"3.md", "never reached"}});
  // The first file's checksum, in its own header and in the directory.
  for (const size_t at : {size_t{14}, damaged.find(kDirectoryEntry) + 16})
    damaged[at] = static_cast<char>(~damaged[at]);
  EXPECT_EQ(unpack("a.zip", damaged), (Files{"1.md!broken_archive", "a.zip!zip_bomb"}));
  std::string gzip = make_gzip(large);
  gzip[gzip.size() - 8] = static_cast<char>(~gzip[gzip.size() - 8]);
  EXPECT_EQ(unpack("a.zip", make_zip({{"1.md.gz", gzip, true}, {"2.md", large}, {"3.md", "x"}})),
            (Files{"1.md.gz!broken_archive", "a.zip!zip_bomb"}));
}

TEST(Unpacker, EntriesThatShareTheirBytesEndTheContainer) {
  const std::string text = noise(1000);
  for (const bool damaged : {false, true}) {
    const std::string zip = testing::with_entries_of_one_stream("a.md", text, 1000, damaged);
    const Files files = unpack("a.zip", zip);
    ASSERT_FALSE(files.empty());
    EXPECT_EQ(files.back(), "a.zip!zip_bomb");
    EXPECT_EQ(files.front(), damaged ? "a.md!broken_archive" : "a.md=" + text);
    EXPECT_LT(files.size(), 100u);
  }
  // An entry that claims more than there is costs only itself.
  const std::string zip = make_zip({{"1.md", "first", true}, {"2.md", "second", true}});
  EXPECT_EQ(unpack("a.zip", patched(zip, kDirectoryEntry, 20, "\xFF\xFF\xFF\x7F")),
            (Files{"1.md=first", "2.md!broken_archive"}));
}

TEST(Unpacker, AGzipIsReadPieceByPiece) {
  // Packed, more than zlib gets at once: text that does not compress.
  const std::string text = noise(3 << 20);
  const std::string gzip = make_gzip(text);
  ASSERT_GT(gzip.size(), size_t{3} << 20);
  EXPECT_EQ(unpack("a.md.gz", gzip + make_gzip("end") + "trailing"), Files{"a.md=" + text + "end"});
}

TEST(Unpacker, TooManyFilesAreNotBegun) {
  std::vector<testing::ZipEntry> entries;
  for (uint64_t i = 0; i <= kMaxEntries; ++i) entries.push_back({std::to_string(i) + ".md", "x", true});
  EXPECT_EQ(unpack("a.zip", make_zip(entries)), Files{"a.zip!too_many_files"});
}

TEST(Unpacker, AnArchiveWithoutDigestsSaysSo) {
  EXPECT_EQ(unpack("a.zip", make_zip({})), Files{"a.zip!no_digests"});
  EXPECT_EQ(unpack("a.zip", make_zip({{"a.png", "x"}})), Files{"a.zip!no_digests"});
}

TEST(DigestEnding, TellsWhatAFolderIsSearchedFor) {
  for (const char* name : {"a.md", "a.MD", "a.markdown", "a.txt", "a.jsonl", "a.json", "a.md.gz", "a.xml",
                           "a.RSS", "a.atom.gz", "a.html", "a.HTM.gz"})
    EXPECT_TRUE(has_digest_ending(name, false)) << name;
  for (const char* name : {"a.png", "a", "md", "a.zip", "a.gz", "a.md.zip", "a.shtml"})
    EXPECT_FALSE(has_digest_ending(name, false)) << name;
  EXPECT_TRUE(has_digest_ending("a.zip", true));
  EXPECT_TRUE(has_digest_ending("a.gz", true));
}

TEST(DigestEnding, TellsPagesFromOtherFiles) {
  for (const char* name : {"a.html", "b/a.HTM", "a.html.gz"}) EXPECT_TRUE(has_page_ending(name)) << name;
  for (const char* name : {"a.md", "html", "a.html.md", "a.xhtml"})
    EXPECT_FALSE(has_page_ending(name)) << name;
}

}  // namespace
}  // namespace broadsheet
