// The reader on real digests, on machines that have them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "core/digest/text_slices.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using nlohmann::json;
using testing::corpus;
using testing::digest_of;
using testing::read_all;

class Corpus : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::has_corpus()) GTEST_SKIP() << "no corpus on this machine: real digests are not tested";
  }
};

size_t count_paper_headings(const std::string& text) {
  size_t count = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const size_t number_end = line.find("] [");
    const bool is_numbered =
        line.starts_with("### [") && number_end != std::string_view::npos &&
        std::all_of(line.begin() + 5, line.begin() + static_cast<std::ptrdiff_t>(number_end), ::isdigit);
    count += is_numbered ? 1 : 0;
    begin = end + 1;
  }
  return count;
}

TEST_F(Corpus, SeedGivesSixCategoriesAndSixtyEightWholePapers) {
  const Digest digest = digest_of(read_all(corpus() / "seed-digest.md"), "seed-digest.md");
  std::vector<uint32_t> totals;
  for (const Category& category : digest.categories) totals.push_back(category.read);
  EXPECT_EQ(totals, (std::vector<uint32_t>{44, 10, 1, 8, 2, 3}));
  ASSERT_EQ(digest.papers.size(), 68u);
  for (const Paper& paper : digest.papers) {
    EXPECT_FALSE(paper.title.empty() || paper.url.empty() || paper.authors.empty() ||
                 paper.categories.empty());
    for (const auto& text : paper.texts) EXPECT_TRUE(text && !text->empty()) << paper.line;
  }
  EXPECT_TRUE(digest.diagnostics.empty());
}

TEST_F(Corpus, ArchiveGivesEveryPaperThatAHeadingAnnounces) {
  size_t announced = 0;
  size_t read = 0;
  for (const auto& file : testing::files_in(corpus() / "archive", ".md")) {
    const std::string text = read_all(file);
    announced += count_paper_headings(text);
    const Digest digest = digest_of(text, file.filename().string());
    read += digest.papers.size();
    EXPECT_TRUE(digest.diagnostics.empty()) << file;
    for (const Paper& paper : digest.papers) {
      for (const auto& field : paper.texts) EXPECT_TRUE(field) << file << paper.line;
      EXPECT_TRUE(paper.extra.empty()) << file << paper.line;
    }
  }
  EXPECT_EQ(read, announced);
  EXPECT_EQ(read, 9816u);
}

TEST_F(Corpus, PairsAgreeWithTheJsonlTheyWereMadeFromByteForByte) {
  for (const auto& file : testing::files_in(corpus() / "pairs", ".jsonl")) {
    const std::string day = file.filename().string().substr(0, 10);
    const Digest digest = digest_of(read_all(corpus() / "archive" / (day + ".md")), day + ".md");
    std::map<std::string_view, const Paper*> by_id;
    for (const Paper& paper : digest.papers) by_id.emplace(paper.arxiv_id.id, &paper);
    const Digest records = digest_of(read_all(file), file.filename().string());
    EXPECT_EQ(records.date, digest.date);
    EXPECT_EQ(records.papers.size(), digest.papers.size()) << day;
    EXPECT_TRUE(records.diagnostics.empty()) << day;
    for (const Paper& record : records.papers) {
      ASSERT_TRUE(by_id.contains(record.arxiv_id.id)) << day << record.arxiv_id.id;
      const Paper& paper = *by_id[record.arxiv_id.id];
      EXPECT_EQ(paper.title, record.title);
      EXPECT_EQ(paper.url, record.url);
      EXPECT_EQ(paper.arxiv_id.version, record.arxiv_id.version);
      EXPECT_EQ(paper.categories.front(), record.categories.front());
      EXPECT_EQ(paper.authors, record.authors);
      EXPECT_EQ(paper.texts, record.texts) << record.arxiv_id.id;
    }
  }
}

// The JSONL reader against what nlohmann/json reads in the same lines.
TEST_F(Corpus, JsonlHoldsWhatItsObjectsSay) {
  for (const auto& file : testing::files_in(corpus() / "pairs", ".jsonl")) {
    const Digest digest = digest_of(read_all(file), file.filename().string());
    std::istringstream lines(read_all(file));
    size_t compared = 0;
    for (std::string line; std::getline(lines, line); ++compared) {
      const json record = json::parse(line);
      ASSERT_LT(compared, digest.papers.size());
      const Paper& paper = digest.papers[compared];
      EXPECT_EQ(paper.title, record["title"].get<std::string>());
      EXPECT_EQ(paper.url, record["abs"].get<std::string>());
      EXPECT_EQ((std::vector<std::string>{paper.categories.begin(), paper.categories.end()}),
                record["categories"].get<std::vector<std::string>>());
      EXPECT_EQ((std::vector<std::string>{paper.authors.begin(), paper.authors.end()}),
                record["authors"].get<std::vector<std::string>>());
      for (size_t i = 0; i + 1 < kTextFieldCount; ++i) {
        EXPECT_EQ(paper.texts[i], record["AI"][std::string(kTextFieldNames[i])].get<std::string>())
            << record["id"];
      }
      EXPECT_EQ(paper.text(TextField::kAbstract), record["summary"].get<std::string>()) << record["id"];
    }
    EXPECT_EQ(compared, digest.papers.size()) << file;
  }
}

TEST_F(Corpus, OtherJsonlSchemasGiveEveryPaperAndEveryText) {
  for (const auto& [name, papers] : {std::pair{"r-korean.jsonl", 430u}, std::pair{"x.jsonl", 1030u}}) {
    const Digest digest = digest_of(read_all(corpus() / "dialects" / name), name);
    EXPECT_EQ(digest.papers.size(), papers) << name;
    for (const Paper& paper : digest.papers) {
      EXPECT_FALSE(paper.arxiv_id.empty() || paper.url.empty() || paper.authors.empty()) << paper.line;
      for (const auto& text : paper.texts) EXPECT_TRUE(text) << name << paper.line;
    }
  }
}

TEST_F(Corpus, HardFilesGiveEveryPaperAndKeepLabelsInTheirFields) {
  for (const auto& file : testing::files_in(corpus() / "hard", ".md")) {
    const std::string text = read_all(file);
    const Digest digest = digest_of(text, file.filename().string());
    EXPECT_EQ(digest.papers.size(), count_paper_headings(text)) << file;
    for (const Paper& paper : digest.papers) {
      for (const auto& field : paper.texts) EXPECT_TRUE(field) << file << ":" << paper.line;
    }
  }
  const Digest labels = digest_of(read_all(corpus() / "hard/labels-inside-tldr.md"));
  const auto shred = std::find_if(labels.papers.begin(), labels.papers.end(),
                                  [](const Paper& p) { return p.arxiv_id.id == "2605.07482"; });
  ASSERT_NE(shred, labels.papers.end());
  EXPECT_TRUE(shred->text(TextField::kTldr)->ends_with("privacy protections."));
  EXPECT_TRUE(shred->text(TextField::kMotivation)->starts_with("Address the practical dependency"));
}

TEST_F(Corpus, LongestListOfAuthorsIsReadWhole) {
  const Digest digest = digest_of(read_all(corpus() / "hard/3303-authors.md"));
  size_t longest = 0;
  for (const Paper& paper : digest.papers) longest = std::max(longest, paper.authors.size());
  EXPECT_EQ(longest, 3303u);
}

std::string trimmed_extra(const Paper& paper, std::string_view name) {
  for (const ExtraField& extra : paper.extra) {
    if (extra.name == name) return std::string(trim(extra.text));
  }
  return "";
}

TEST_F(Corpus, DialectXAndTheJsonlBesideItGiveTheSamePapers) {
  const Digest digest = digest_of(read_all(corpus() / "dialects/x.md"), "x.md");
  const Digest records = digest_of(read_all(corpus() / "dialects/x.jsonl"), "x.jsonl");
  std::map<std::string_view, const Paper*> by_id;
  for (const Paper& paper : digest.papers) by_id.emplace(paper.arxiv_id.id, &paper);
  ASSERT_EQ(by_id.size(), records.papers.size());
  for (const Paper& record : records.papers) {
    ASSERT_TRUE(by_id.contains(record.arxiv_id.id));
    const Paper& paper = *by_id[record.arxiv_id.id];
    EXPECT_EQ(paper.title, record.title);
    EXPECT_EQ(paper.authors, record.authors);
    for (size_t i = 0; i < kTextFieldCount; ++i) {
      if (static_cast<TextField>(i) != TextField::kAbstract) {
        EXPECT_EQ(paper.texts[i], record.texts[i]) << paper.line;
      }
    }
    for (const auto& [label, key] :
         std::map<std::string, std::string>{{"Keywords", "keywords"},
                                            {"Comment", "comment"},
                                            {"AI_Comments", "comments"},
                                            {"ai_Abstract", "AI summary"},
                                            {"摘要翻译", "translation"},
                                            {"title_translation", "title_translation"}})
      EXPECT_EQ(trimmed_extra(paper, label), trimmed_extra(record, key)) << paper.line << label;
  }
}

}  // namespace
}  // namespace broadsheet
