// What the reader counts in each file of the corpus's hard/ and dialects/, against tests/golden/corpus: only
// numbers, none of other people's text. After an intended change:
//   BROADSHEET_UPDATE_GOLDEN=1 build/dev/broadsheet_tests --gtest_filter='*Golden*'
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::read_all;

std::string count_all(const Digest& digest) {
  std::map<std::string, size_t> extras;
  std::map<std::string, size_t> diagnostics;
  std::array<size_t, kTextFieldCount> texts{};
  size_t authors = 0, with_authors = 0, with_id = 0, with_version = 0, with_link = 0, with_date = 0;
  for (const Paper& paper : digest.papers) {
    authors += paper.authors.size();
    with_authors += paper.authors.empty() ? 0 : 1;
    with_id += paper.arxiv_id.empty() ? 0 : 1;
    with_version += paper.arxiv_id.version > 0 ? 1 : 0;
    with_link += paper.url.empty() ? 0 : 1;
    with_date += paper.date.empty() ? 0 : 1;
    for (size_t i = 0; i < kTextFieldCount; ++i)
      texts[i] += paper.texts[i] && !paper.texts[i]->empty() ? 1 : 0;
    for (const ExtraField& extra : paper.extra) ++extras[std::string(extra.name)];
  }
  for (const Diagnostic& diagnostic : digest.diagnostics)
    ++diagnostics[std::string(name_of(diagnostic.code))];
  std::ostringstream out;
  out << "dialect " << digest.dialect << "\ndate " << digest.date << "\ncategories "
      << digest.categories.size() << "\npapers " << digest.papers.size() << "\nid " << with_id << "\nversion "
      << with_version << "\nlink " << with_link << "\ndate of its own " << with_date << "\nauthors "
      << with_authors << " (" << authors << " names)\n";
  for (size_t i = 0; i < kTextFieldCount; ++i) out << kTextFieldNames[i] << ' ' << texts[i] << '\n';
  for (const auto& [name, count] : extras) out << "extra " << name << ' ' << count << '\n';
  for (const auto& [name, count] : diagnostics) out << "diagnostic " << name << ' ' << count << '\n';
  return out.str();
}

TEST(CorpusGolden, HardFilesAndDialectsCountAsRecorded) {
  if (!testing::has_corpus()) GTEST_SKIP() << "no corpus on this machine: real digests are not tested";
  for (const char* folder : {"hard", "dialects"}) {
    for (const char* ending : {".md", ".jsonl"}) {
      for (const auto& file : testing::files_in(testing::corpus() / folder, ending)) {
        const std::string name = file.filename().string();
        const std::filesystem::path golden =
            testing::source_dir() / "tests/golden/corpus" / (std::string(folder) + "-" + name + ".txt");
        const std::string actual = count_all(digest_of(read_all(file), name));
        if (std::getenv("BROADSHEET_UPDATE_GOLDEN") != nullptr) {
          std::ofstream(golden, std::ios::binary) << actual;
        } else {
          EXPECT_EQ(actual, read_all(golden)) << name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
