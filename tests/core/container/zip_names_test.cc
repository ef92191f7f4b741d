#include "core/container/zip_names.h"

#include <gtest/gtest.h>

#include "tests/core/support/archives.h"

namespace broadsheet {
namespace {

using testing::unicode_path;

std::optional<std::string> path_of_new_md(std::string_view extra) {
  const auto checksum = crc32(0, reinterpret_cast<const Bytef*>("new.md"), 6);
  return unicode_path_of(extra, static_cast<uint32_t>(checksum));
}

TEST(ZipNames, TheUnicodePathIsFoundAmongOtherFields) {
  const std::string field = unicode_path("new.md", "日报.md");
  EXPECT_EQ(path_of_new_md(field), "日报.md");
  EXPECT_EQ(path_of_new_md(std::string("xx\2\0ab", 6) + field + std::string("yy\0\0", 4)), "日报.md");
  EXPECT_EQ(path_of_new_md(unicode_path("old.md", "旧.md") + field), "日报.md");
}

TEST(ZipNames, APathOfAnotherNameOrOfNoUtf8IsNone) {
  const std::string field = unicode_path("new.md", "日报.md");
  std::string of_a_later_version = field;
  of_a_later_version[4] = 2;
  for (const std::string& extra :
       {std::string(), std::string("up"), std::string("up\xFF\xFF\x01", 5), field.substr(0, 9),
        field.substr(0, field.size() - 1), of_a_later_version, unicode_path("old.md", "日报.md"),
        unicode_path("new.md", "caf\xE9.md"), unicode_path("new.md", "")})
    EXPECT_EQ(path_of_new_md(extra), std::nullopt);
}

}  // namespace
}  // namespace broadsheet
