// A saved library, opened again, is the same library; damaged bytes are refused.
#include "core/library/snapshot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "core/base/checksum.h"
#include "core/export/json.h"
#include "core/library/searcher.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/facets.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using Bytes = std::vector<uint8_t>;

Bytes save(Library& library) {
  const Snapshot snapshot(library);
  Bytes bytes;
  for (const ByteSpan piece : snapshot.pieces()) bytes.insert(bytes.end(), piece.begin(), piece.end());
  EXPECT_EQ(bytes.size(), snapshot.size());
  return bytes;
}

Result<uint32_t> open(Library& library, const Bytes& bytes) {
  const auto owner = std::make_shared<Bytes>(bytes);
  return open_snapshot(library, *owner, owner);
}

// So that bytes that were changed reach the reader behind the checksum.
void forge_checksum(Bytes& bytes) {
  SnapshotHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.size = bytes.size();
  header.checksum =
      hash_bytes({reinterpret_cast<const char*>(bytes.data()) + sizeof header, bytes.size() - sizeof header});
  std::memcpy(bytes.data(), &header, sizeof header);
}

// Everything that a library tells: papers, keys, facts, results with scores and facets.
std::string told(Library& library) {
  std::string text;
  for (const auto& volume : library.volumes()) {
    const Digest& digest = volume->digest;
    text +=
        volume->label + " " + digest.file_name + " " + digest.date + " " + std::string(digest.dialect) + "\n";
    for (const Category& category : digest.categories)
      text += std::string(category.name) + " " + std::to_string(category.claimed.value_or(0)) + " " +
              std::to_string(category.read) + "\n";
    for (const Diagnostic& each : digest.diagnostics)
      text += std::string(name_of(each.code)) + " " + std::to_string(each.line) + " " + each.message + "\n";
    for (const Paper& paper : digest.papers) text += paper_to_json(digest, paper) + "\n";
    text += std::to_string(volume->verbatim.size()) + "\n";
  }
  for (PaperOrdinal i = 0; i < library.paper_count(); ++i) {
    const PaperFacts& facts = library.facts(i);
    text += library.key_of(i) + " " + std::string(facts.date) +
            std::to_string(static_cast<int>(facts.language)) + std::to_string(facts.has_code) +
            std::to_string(facts.has_math) + std::to_string(facts.has_summary) + "\n";
  }
  for (const char* query :
       {"", "attention", "大模型", "title:a", "the -of", "model~", "has:code", "\"of the\""}) {
    ResultSet results = search(library, {.text = query});
    text += std::string(query) + ": " + std::to_string(results.total()) + "\n";
    for (uint32_t rank = 0; rank < results.total(); ++rank)
      text += library.key_of(results.hit(rank).paper) + " " + std::to_string(results.hit(rank).score) + "\n";
    for (const testing::NamedCount& each : testing::author_counts(library, results))
      text += std::string(each.value) + std::to_string(each.count) + " ";
  }
  return text;
}

void add_fixtures(Library& library) {
  for (const auto& entry : std::filesystem::directory_iterator(testing::fixtures())) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().filename().string();
    if (name == "README.md") continue;
    if (library.read(name, testing::read_all(entry.path())).ok()) library.index(UINT32_MAX);
  }
}

TEST(Snapshot, OpenedAgainTellsTheSame) {
  Library library;
  add_fixtures(library);
  ASSERT_GT(library.paper_count(), 100u);
  const Bytes bytes = save(library);
  Library reopened;
  const Result<uint32_t> opened = open(reopened, bytes);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened.value(), library.volumes().size());
  EXPECT_EQ(told(reopened), told(library));
  EXPECT_EQ(save(reopened), bytes);
}

TEST(Snapshot, LibrariesReadInPartsAreTheLibraryReadAtOnce) {
  const auto paper = [](int i) {
    return testing::DraftPaper{.id = "2601.0" + std::to_string(1000 + i % 40),
                               .title = "Paper " + std::to_string(i) + " on attention",
                               .abstract = "the model of the graph " + std::to_string(i * 7 % 11)};
  };
  std::vector<std::pair<std::string, std::string>> files;
  for (int day = 10; day < 30; ++day) {
    std::vector<testing::DraftPaper> papers;
    for (int i = 0; i < day % 5 + 1; ++i) papers.push_back(paper(day * 10 + i));
    files.emplace_back("2026-01-" + std::to_string(day) + ".md", testing::to_markdown(papers));
  }
  Library at_once;
  for (const auto& [name, text] : files) testing::add(at_once, text, name);
  // As workers do it: each reads a file, one library takes what they made, in the order of the files.
  Library together;
  for (const auto& [name, text] : files) {
    Library worker;
    testing::add(worker, text, name);
    ASSERT_TRUE(open(together, save(worker)).ok());
  }
  EXPECT_EQ(told(together), told(at_once));
  EXPECT_LT(together.segments().size(), 16u);
  // A part that is open already adds nothing, and costs nothing that is there.
  Library again;
  testing::add(again, files[3].second, files[3].first);
  testing::add(again, testing::to_markdown({paper(999)}), "2026-02-01.md");
  const Result<uint32_t> opened = open(together, save(again));
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened.value(), 1u);
  testing::add(at_once, testing::to_markdown({paper(999)}), "2026-02-01.md");
  EXPECT_EQ(told(together), told(at_once));
}

TEST(Snapshot, RefusesWhatIsNone) {
  Library library;
  testing::add(library, {testing::DraftPaper{}});
  const Bytes bytes = save(library);
  const auto code_of = [](const Bytes& damaged) {
    Library empty;
    const Result<uint32_t> opened = open(empty, damaged);
    EXPECT_EQ(empty.paper_count(), opened.ok() ? 1u : 0u);
    return opened.ok() ? "ok" : std::string(opened.error().code);
  };
  EXPECT_EQ(code_of({}), "not_a_snapshot");
  EXPECT_EQ(code_of(Bytes(100, 0)), "not_a_snapshot");
  EXPECT_EQ(code_of({bytes.begin(), bytes.end() - 8}), "bad_snapshot");
  Bytes other = bytes;
  other[4] = 99;
  EXPECT_EQ(code_of(other), "other_version");
  Bytes flipped = bytes;
  flipped[bytes.size() / 2] ^= 1;
  EXPECT_EQ(code_of(flipped), "bad_snapshot");
  EXPECT_EQ(code_of(bytes), "ok");
}

TEST(Snapshot, AnyBytesAreRefusedOrReadSafely) {
  Library library;
  testing::add(library, testing::read_all(testing::fixtures() / "extra-text.md"), "2026-01-01.md");
  testing::add(library, testing::read_all(testing::fixtures() / "control-bytes.md"), "2026-01-02.md");
  const Bytes bytes = save(library);
  std::mt19937 random(11);
  size_t refused = 0;
  for (int round = 0; round < 3000; ++round) {
    Bytes damaged = bytes;
    if (random() % 8 == 0) damaged.resize(random() % damaged.size());
    for (size_t n = random() % 3; n < 3 && damaged.size() > sizeof(SnapshotHeader); ++n) {
      const size_t at = 24 + random() % (damaged.size() - 24);
      damaged[at] =
          random() % 2 == 0 ? static_cast<uint8_t>(random()) : static_cast<uint8_t>(damaged[at] + 1);
    }
    forge_checksum(damaged);
    Library reopened;
    if (!open(reopened, damaged).ok()) {
      ++refused;
      EXPECT_EQ(reopened.paper_count(), 0u);
      continue;
    }
    told(reopened);
  }
  EXPECT_GT(refused, 500u);
}

}  // namespace
}  // namespace broadsheet
