// Bytes in named sections are found by name, and a table that is not as written is refused.
#include "core/base/sections.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/core/support/forge.h"

namespace broadsheet {
namespace {

using Bytes = std::vector<uint8_t>;

constexpr SectionFormat kFormat = {.magic = 0x54534554,
                                   .version = 3,
                                   .other_magic = ErrorCode::kNotASnapshot,
                                   .other_version = ErrorCode::kOtherVersion,
                                   .damaged = ErrorCode::kBadSnapshot};
constexpr size_t kEntry = sizeof(Section);

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }
std::string text_of(ByteSpan bytes) { return {bytes.begin(), bytes.end()}; }

Bytes two_sections() {
  SectionWriter writer(kFormat);
  writer.begin("ONE ");
  writer.add(bytes_of("first"));
  writer.begin("TWO ");
  writer.add(bytes_of("sec"));
  writer.add(bytes_of("ond!"));
  writer.finish();
  return writer.joined();
}

Section entry(const Bytes& bytes, size_t i) {
  Section section;
  std::memcpy(&section, bytes.data() + (i + 1) * kEntry, sizeof section);
  return section;
}

// The bytes with another entry, and the checksums that belong to it.
Bytes with_entry(Bytes bytes, size_t i, const Section& section) {
  std::memcpy(bytes.data() + (i + 1) * kEntry, &section, sizeof section);
  testing::forge_sections(bytes, kFormat, [](SectionName, std::span<uint8_t>) {});
  return bytes;
}

TEST(Sections, AreFoundByNameInAnyOrder) {
  const Bytes bytes = two_sections();
  const auto table = SectionTable::read(bytes, kFormat);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().size(), bytes.size());
  SectionReader reader(table.value(), bytes, true);
  EXPECT_EQ(text_of(reader.required("TWO ")), "second!");
  EXPECT_EQ(text_of(reader.required("ONE ")), "first");
  EXPECT_FALSE(reader.failed());
  EXPECT_EQ(table.value().find("ONE ")->offset % 8, 0u);
  EXPECT_EQ(table.value().find("TWO ")->offset % 8, 0u);
}

TEST(Sections, OfAnotherReleaseArePassedOver) {
  SectionWriter writer(kFormat);
  writer.begin("NEW ");
  writer.add(bytes_of("nobody knows this"));
  writer.begin("ONE ");
  writer.add(bytes_of("first"));
  writer.finish();
  const Bytes bytes = writer.joined();
  const auto table = SectionTable::read(bytes, kFormat);
  ASSERT_TRUE(table.ok());
  SectionReader reader(table.value(), bytes, true);
  EXPECT_EQ(text_of(reader.required("ONE ")), "first");
}

TEST(Sections, ThatAreMissingAreEmptyIfOptionalAndAnErrorIfRequired) {
  const Bytes bytes = two_sections();
  const auto table = SectionTable::read(bytes, kFormat);
  SectionReader reader(table.value(), bytes, true);
  EXPECT_TRUE(reader.optional("NONE").empty());
  EXPECT_FALSE(reader.failed());
  EXPECT_TRUE(reader.required("NONE").empty());
  EXPECT_TRUE(reader.failed());
}

TEST(Sections, ThatOverlapRepeatANameOrLeaveTheBytesAreRefusedWhereTheyAreListed) {
  const Bytes bytes = two_sections();
  const Section one = entry(bytes, 0);
  const Section two = entry(bytes, 1);
  const auto changed = [](Section section, auto&& change) {
    change(section);
    return section;
  };
  const std::pair<const char*, Section> cases[] = {
      {"within the one before", changed(two, [&](Section& s) { s.offset = one.offset; })},
      {"a byte early", changed(two, [](Section& s) { --s.offset; })},
      {"after a gap", changed(two, [](Section& s) { s.offset += 8; })},
      {"in the table", changed(two, [](Section& s) { s.offset = 0; })},
      {"past the end", changed(two, [&](Section& s) { s.offset = bytes.size() + 8; })},
      {"longer than the bytes", changed(two, [](Section& s) { s.size += 100; })},
      {"longer than can be counted", changed(two, [](Section& s) { s.size = UINT64_MAX - 3; })},
      {"of the other's name", changed(two, [&](Section& s) { s.name = one.name; })},
  };
  for (const auto& [what, section] : cases) {
    const auto table = SectionTable::read(with_entry(bytes, 1, section), kFormat);
    ASSERT_FALSE(table.ok()) << what;
    EXPECT_EQ(table.error().code, ErrorCode::kBadSnapshot) << what;
    EXPECT_EQ(table.error().byte_offset, 2 * kEntry) << what;
  }
  // The first one longer: then the second is within it.
  const auto table =
      SectionTable::read(with_entry(bytes, 0, changed(one, [](Section& s) { s.size += 8; })), kFormat);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error().byte_offset, 2 * kEntry);
  EXPECT_TRUE(SectionTable::read(with_entry(bytes, 1, two), kFormat).ok());
}

TEST(Sections, OtherBytesOtherVersionsAndMoreSectionsThanThereMayBeAreRefused) {
  const Bytes bytes = two_sections();
  const auto code_of = [](const Bytes& of) {
    const auto table = SectionTable::read(of, kFormat);
    return table.ok() ? std::string("ok") : std::string(name_of(table.error().code));
  };
  const auto with = [&](size_t at, uint8_t value) {
    Bytes changed = bytes;
    changed[at] = value;
    return changed;
  };
  EXPECT_EQ(code_of({}), "not_a_snapshot");
  EXPECT_EQ(code_of(with(0, 0)), "not_a_snapshot");
  EXPECT_EQ(code_of(with(4, 9)), "other_version");
  EXPECT_EQ(code_of(with(24, 65)), "bad_snapshot");
  EXPECT_EQ(code_of(with(25, 255)), "bad_snapshot");
  EXPECT_EQ(code_of({bytes.begin(), bytes.begin() + kEntry}), "bad_snapshot");
  EXPECT_EQ(code_of(bytes), "ok");
}

TEST(Sections, AFlippedBitOfHeaderTableOrSectionIsFound) {
  const Bytes bytes = two_sections();
  for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes flipped = bytes;
    flipped[bit / 8] = static_cast<uint8_t>(flipped[bit / 8] ^ 1 << bit % 8);
    const auto table = SectionTable::read(flipped, kFormat);
    if (!table.ok()) continue;
    SectionReader reader(table.value(), flipped, true);
    reader.required("ONE ");
    const bool in_first = reader.failed();
    reader.required("TWO ");
    const Section one = entry(bytes, 0);
    const Section two = entry(bytes, 1);
    const auto is_in = [&](const Section& section) {
      return bit / 8 >= section.offset && bit / 8 < section.offset + section.size;
    };
    EXPECT_EQ(in_first, is_in(one)) << bit;
    EXPECT_EQ(reader.failed(), is_in(one) || is_in(two)) << bit;
    if (!reader.failed()) continue;
    EXPECT_EQ(reader.failed_at(), is_in(one) ? one.offset : two.offset);
  }
}

TEST(Sections, OneCanBeReadAloneByItsRange) {
  const Bytes stored = two_sections();
  // What a file gives: its first bytes, then one range of it.
  const ByteSpan head = ByteSpan(stored).first(std::min(stored.size(), 3 * kEntry));
  const auto table = SectionTable::read(head, kFormat);
  ASSERT_TRUE(table.ok());
  const Section* const two = table.value().find("TWO ");
  ASSERT_NE(two, nullptr);
  Bytes read(stored.begin() + static_cast<std::ptrdiff_t>(two->offset),
             stored.begin() + static_cast<std::ptrdiff_t>(two->offset + two->size));
  EXPECT_EQ(text_of(read), "second!");
  EXPECT_TRUE(two->is_whole(read));
  read[0] ^= 1;
  EXPECT_FALSE(two->is_whole(read));
  // What is not in memory cannot be asked for.
  SectionReader reader(table.value(), head, true);
  EXPECT_TRUE(reader.required("ONE ").empty());
  EXPECT_TRUE(reader.failed());
}

TEST(Sections, AsNumbersAreAWholeNumberOfThem) {
  SectionWriter writer(kFormat);
  writer.begin("NUMS");
  writer.add(Bytes{1, 0, 0, 0, 2, 0, 0, 0});
  writer.begin("ODD ");
  writer.add(Bytes{1, 0, 0});
  writer.finish();
  const Bytes bytes = writer.joined();
  const auto table = SectionTable::read(bytes, kFormat);
  SectionReader reader(table.value(), bytes, true);
  const auto numbers = reader.array<uint32_t>("NUMS");
  EXPECT_EQ(std::vector<uint32_t>(numbers.begin(), numbers.end()), (std::vector<uint32_t>{1, 2}));
  EXPECT_FALSE(reader.failed());
  reader.array<uint32_t>("ODD ");
  EXPECT_TRUE(reader.failed());
}

TEST(Sections, OfNoneAreAHeaderAlone) {
  SectionWriter writer(kFormat);
  writer.finish();
  const Bytes bytes = writer.joined();
  EXPECT_EQ(bytes.size(), kEntry);
  EXPECT_TRUE(SectionTable::read(bytes, kFormat).ok());
}

}  // namespace
}  // namespace broadsheet
