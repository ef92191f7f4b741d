// files.h: where tests find fixtures, goldens and, on machines that have it, the corpus of real digests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/core/support/places.h"

namespace broadsheet::testing {

inline std::filesystem::path fixtures() { return source_dir() / "tests/fixtures"; }
inline std::filesystem::path corpus() { return source_dir().parent_path() / "shared/corpus"; }
inline bool has_corpus() { return std::filesystem::exists(corpus()); }

inline std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

// Files with this ending, sorted by name.
inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                                   const std::string& ending) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ending) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace broadsheet::testing
