// What the reader makes of every fixture, against tests/golden/reader. After an intended change:
//   BROADSHEET_UPDATE_GOLDEN=1 build/dev/broadsheet_tests --gtest_filter='*Golden*'
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "core/digest/digest_reader.h"
#include "core/export/json.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::read_all;

std::string dump(const std::filesystem::path& file) {
  const Result<Digest> digest = read_digest(file.filename().string(), read_all(file));
  if (!digest.ok()) return "error: " + std::string(name_of(digest.error().code)) + "\n";
  std::string text =
      "dialect " + std::string(digest.value().dialect) + ", date " + digest.value().date + "\n";
  for (const Category& category : digest.value().categories) {
    text += "category " + std::string(category.name) + ": claimed " +
            (category.claimed ? std::to_string(*category.claimed) : "nothing") + ", read " +
            std::to_string(category.read) + "\n";
  }
  for (const Paper& paper : digest.value().papers) text += paper_to_json(digest.value(), paper) + "\n";
  for (const Diagnostic& d : digest.value().diagnostics) {
    text += std::to_string(d.line) + ": " + std::string(name_of(d.code)) + ": " + d.message + "\n";
  }
  return text;
}

class ReaderGolden : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(ReaderGolden, FixtureReadsAsRecorded) {
  const std::filesystem::path golden =
      testing::source_dir() / "tests/golden/reader" / (GetParam().stem().string() + ".txt");
  const std::string actual = dump(GetParam());
  if (std::getenv("BROADSHEET_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, read_all(golden));
}

std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> files = testing::files_in(testing::fixtures(), ".md");
  std::erase_if(files, [](const auto& path) { return path.filename() == "README.md"; });
  for (const char* ending : {".jsonl", ".json", ".xml", ".atom", ".html"}) {
    for (const auto& file : testing::files_in(testing::fixtures(), ending)) files.push_back(file);
  }
  return files;
}

std::string test_name(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, ReaderGolden, ::testing::ValuesIn(fixtures()), test_name);

}  // namespace
}  // namespace broadsheet
