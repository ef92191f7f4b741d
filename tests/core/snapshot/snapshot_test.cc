// A saved library, opened again, is the same library; damaged bytes are refused.
#include "core/snapshot/snapshot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "core/export/json.h"
#include "core/search/searcher.h"
#include "core/snapshot/digest_codec.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"
#include "tests/core/support/forge.h"
#include "tests/core/support/told.h"

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

Result<uint32_t> open(Library& library, const Bytes& bytes, Checks checks = Checks::kAll) {
  const auto owner = std::make_shared<Bytes>(bytes);
  return open_snapshot(library, {*owner, owner, nullptr}, checks);
}

// Bytes stored elsewhere, and how many of them were requested.
class KeptBytes final : public SnapshotStore {
 public:
  explicit KeptBytes(Bytes saved) : bytes(std::move(saved)) {}

  bool read(uint64_t offset, std::span<uint8_t> room) override {
    bytes_read += room.size();
    if (offset + room.size() > bytes.size()) return false;
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offset), room.size(), room.begin());
    return true;
  }
  void report_damage() override { ++damages; }

  Bytes bytes;
  size_t bytes_read = 0;
  int damages = 0;
};

Result<uint32_t> open_late(Library& library, const std::shared_ptr<KeptBytes>& kept) {
  const auto room = std::make_shared<Bytes>(kept->bytes.size(), 0xFF);
  const size_t head = std::min(kept->bytes.size(), SectionTable::kMostBytes);
  const size_t needed = bytes_before_texts(ByteSpan(kept->bytes).first(head));
  std::copy_n(kept->bytes.begin(), needed, room->begin());
  return open_snapshot(library, {*room, room, kept}, Checks::kChecksum);
}

void add_fixtures(Library& library) {
  for (const auto& entry : std::filesystem::directory_iterator(testing::fixtures())) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().filename().string();
    if (name == "README.md") continue;
    if (library.read(name, testing::read_all(entry.path())).ok()) library.index(UINT32_MAX);
  }
}

TEST(Snapshot, KeepsTheLabelsOfADigestAndOfWhatIsLeftOfItsOlderMaking) {
  Library library;
  testing::add(library, {{.title = "Kept"}, {.id = "2601.00002", .title = "Dropped"}}, "2026-01-14.md");
  testing::add(library, {{.title = "Corrected"}}, "2026-01-14.md");
  library.cut({{.label = "2026-01-14", .stay = {1}, .heir = library.volumes()[1]->label}});
  const auto labels = [](const Library& of) {
    std::vector<std::pair<std::string, std::string>> list;
    for (const auto& volume : of.volumes())
      list.emplace_back(volume->label, std::string(volume->digest().papers[0].title));
    return list;
  };
  ASSERT_EQ(labels(library).size(), 2u);
  EXPECT_EQ(labels(library)[1], (std::pair<std::string, std::string>("2026-01-14", "Corrected")));
  Library reopened;
  ASSERT_TRUE(open(reopened, save(library)).ok());
  EXPECT_EQ(labels(reopened), labels(library));
}

TEST(Snapshot, OpenedAgainTellsTheSame) {
  Library library;
  add_fixtures(library);
  ASSERT_GT(library.paper_count(), 100u);
  const Bytes bytes = save(library);
  for (const Checks checks : {Checks::kAll, Checks::kChecksum}) {
    Library reopened;
    const Result<uint32_t> opened = open(reopened, bytes, checks);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value(), library.volumes().size());
    EXPECT_EQ(testing::told(reopened), testing::told(library));
    EXPECT_EQ(save(reopened), bytes);
  }
}

TEST(Snapshot, KeepsWhenADigestWasWrittenAndThatItIsARest) {
  constexpr uint64_t kWritten = 1'768'377'600'123;
  Library library;
  const std::string text =
      testing::to_markdown({{.title = "Goes"}, {.id = "2601.00002", .title = "Stays\b"}});
  ASSERT_TRUE(library.read("2026-01-14.md", text, kWritten).ok());
  library.index(UINT32_MAX);
  library.cut({{"2026-01-14", {1}}});
  const auto kept = std::make_shared<KeptBytes>(save(library));
  Library late;
  ASSERT_TRUE(open_late(late, kept).ok());
  const Volume& volume = *late.volumes().at(0);
  EXPECT_EQ(volume.written, kWritten);
  EXPECT_TRUE(volume.is_rest);
  EXPECT_EQ(testing::told(late), testing::told(library));
  // Again, with late texts.
  late.cut({{"2026-01-14", {}}});
  EXPECT_EQ(late.paper_count(), 0u);
}

TEST(Snapshot, ReadsNoTextBeforeItIsWanted) {
  Library library;
  add_fixtures(library);
  const auto kept = std::make_shared<KeptBytes>(save(library));
  Library late;
  ASSERT_TRUE(open_late(late, kept).ok());
  EXPECT_EQ(kept->bytes_read, 0u);
  // What the list of days, the filters and most queries need is already there.
  search(late, {.text = "has:code OR cat:cs.LG OR model", .order = Order::kNewest});
  EXPECT_EQ(late.work_name(0), library.work_name(0));
  EXPECT_EQ(late.key_of(0), library.key_of(0));
  EXPECT_EQ(kept->bytes_read, 0u);

  EXPECT_EQ(late.paper(0).paper.title, library.paper(0).paper.title);
  const size_t of_one = kept->bytes_read;
  EXPECT_GT(of_one, 0u);
  late.text(0);
  EXPECT_EQ(kept->bytes_read, of_one);

  size_t left = SIZE_MAX;
  while (left > 0) {
    const size_t next = late.read_late_texts(1);
    ASSERT_LT(next, left);
    left = next;
  }
  EXPECT_LE(kept->bytes_read, kept->bytes.size());
  const size_t all = kept->bytes_read;
  EXPECT_EQ(testing::told(late), testing::told(library));
  EXPECT_EQ(save(late), kept->bytes);
  EXPECT_EQ(kept->bytes_read, all);
  EXPECT_EQ(kept->damages, 0);
}

TEST(Snapshot, TellsTheSameWhileTextsAreLate) {
  Library library;
  add_fixtures(library);
  const auto kept = std::make_shared<KeptBytes>(save(library));
  Library told;
  ASSERT_TRUE(open_late(told, kept).ok());
  EXPECT_EQ(testing::told(told), testing::told(library));
  Library saved;
  ASSERT_TRUE(open_late(saved, kept).ok());
  EXPECT_EQ(save(saved), kept->bytes);
  // With one digest already open, all others are indexed anew, from their texts.
  Library beside;
  const Digest& second = library.volumes()[1]->digest();
  testing::add(beside, std::string(second.source), second.file_name);
  ASSERT_TRUE(open_late(beside, kept).ok());
  EXPECT_EQ(beside.paper_count(), library.paper_count());
  EXPECT_EQ(search(beside, {.text = "model"}).total(), search(library, {.text = "model"}).total());
  // Removing other digests leaves late texts late.
  Library fewer;
  ASSERT_TRUE(open_late(fewer, kept).ok());
  ASSERT_EQ(fewer.remove({fewer.volumes()[0]->label}), 1u);
  ASSERT_EQ(library.remove({library.volumes()[0]->label}), 1u);
  EXPECT_EQ(testing::told(fewer), testing::told(library));
}

TEST(Snapshot, ReportsLateTextsThatAreNotWhatWasSaved) {
  Library library;
  testing::add(library, {testing::DraftPaper{.title = "A title"}});
  const Bytes bytes = save(library);
  const size_t texts = bytes_before_texts(bytes);
  for (const bool cut : {false, true}) {
    const auto kept = std::make_shared<KeptBytes>(bytes);
    Library late;
    ASSERT_TRUE(open_late(late, kept).ok());
    if (cut) {
      kept->bytes.resize(texts + 8);
    } else {
      kept->bytes[texts] ^= 1;
    }
    EXPECT_EQ(late.text(0).title, "       ");
    EXPECT_EQ(kept->damages, 1);
    testing::told(late);
    EXPECT_EQ(kept->damages, 1);
  }
}

TEST(Snapshot, LibrariesReadInPartsAreTheLibraryReadAtOnce) {
  const auto paper = [](int i) {
    return testing::DraftPaper{.id = "2601.0" + std::to_string(1000 + i % 40),
                               .title = "Paper " + std::to_string(i) + " on attention",
                               .abstract = "the model of the graph " + std::to_string(i * 7 % 11)};
  };
  std::vector<std::pair<std::string, std::string>> files;
  // More segments than wait for each other before they are merged.
  for (int day = 0; day < 60; ++day) {
    std::vector<testing::DraftPaper> papers;
    for (int i = 0; i < day % 5 + 1; ++i) papers.push_back(paper(day * 10 + i));
    files.emplace_back("2026-0" + std::to_string(1 + day / 20) + "-" + std::to_string(10 + day % 20) + ".md",
                       testing::to_markdown(papers));
  }
  Library at_once;
  for (const auto& [name, text] : files) testing::add(at_once, text, name);
  // As with workers: each reads a file, and one library takes the results in the order of the files.
  Library together;
  for (const auto& [name, text] : files) {
    Library worker;
    testing::add(worker, text, name);
    ASSERT_TRUE(open(together, save(worker)).ok());
  }
  EXPECT_EQ(testing::told(together), testing::told(at_once));
  EXPECT_LT(together.segments().size(), 26u);
  together.tidy();
  EXPECT_LT(together.segments().size(), 3u);
  EXPECT_EQ(testing::told(together), testing::told(at_once));
  // A part that is already open adds nothing and costs nothing that is there.
  Library again;
  testing::add(again, files[3].second, files[3].first);
  testing::add(again, testing::to_markdown({paper(999)}), "2026-05-01.md");
  const Result<uint32_t> opened = open(together, save(again));
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened.value(), 1u);
  testing::add(at_once, testing::to_markdown({paper(999)}), "2026-05-01.md");
  EXPECT_EQ(testing::told(together), testing::told(at_once));
}

TEST(Snapshot, NumbersAuthorsAsIfTheDigestsHadBeenRead) {
  const auto names_of = [](const Library& library) {
    const FacetValues& authors = library.facets().authors();
    std::vector<std::string> names;
    for (FacetId id = 0; id < authors.size(); ++id) names.emplace_back(authors.value(id));
    return names;
  };
  const std::string a = testing::to_markdown({{.id = "2601.00001", .authors = "Ada, Bo, Ada"}});
  const std::string b = testing::to_markdown({{.id = "2601.00002", .authors = "Cy, Bo"}});
  const std::string c = testing::to_markdown({{.id = "2601.00003", .authors = "Di, Cy"}});
  Library at_once;
  testing::add(at_once, a, "2026-01-01.md");
  testing::add(at_once, b, "2026-01-02.md");
  testing::add(at_once, c, "2026-01-03.md");
  // One of the saved days is already open: its authors come from there alone.
  Library saved;
  testing::add(saved, c, "2026-01-03.md");
  testing::add(saved, b, "2026-01-02.md");
  Library together;
  testing::add(together, a, "2026-01-01.md");
  testing::add(together, b, "2026-01-02.md");
  ASSERT_EQ(open(together, save(saved)).value(), 1u);
  EXPECT_EQ(names_of(together), names_of(at_once));
  EXPECT_EQ(names_of(together), (std::vector<std::string>{"Ada", "Bo", "Cy", "Di"}));
}

TEST(Snapshot, RefusesWhatIsNone) {
  Library library;
  testing::add(library, {testing::DraftPaper{}});
  const Bytes bytes = save(library);
  const auto code_of = [](const Bytes& damaged) {
    std::string codes[2];
    for (const Checks checks : {Checks::kAll, Checks::kChecksum}) {
      Library empty;
      const Result<uint32_t> opened = open(empty, damaged, checks);
      EXPECT_EQ(empty.paper_count(), opened.ok() ? 1u : 0u);
      codes[static_cast<int>(checks)] = opened.ok() ? "ok" : std::string(name_of(opened.error().code));
    }
    EXPECT_EQ(codes[0], codes[1]);
    return codes[0];
  };
  EXPECT_EQ(code_of({}), "not_a_snapshot");
  EXPECT_EQ(code_of(Bytes(100, 0)), "not_a_snapshot");
  EXPECT_EQ(code_of({bytes.begin(), bytes.end() - 8}), "bad_snapshot");
  Bytes other = bytes;
  other[4] = 99;
  EXPECT_EQ(code_of(other), "other_version");
  Bytes otherwise_read = bytes;
  testing::section_of(otherwise_read, kSnapshotFormat, SnapshotSections::kAnalysis)[0] ^= 1;
  EXPECT_EQ(code_of(otherwise_read), "bad_snapshot");
  testing::forge_sections(otherwise_read, kSnapshotFormat, [](SectionName, std::span<uint8_t>) {});
  EXPECT_EQ(code_of(otherwise_read), "other_version");
  EXPECT_EQ(bytes_before_texts(otherwise_read), 0u);
  EXPECT_EQ(code_of(bytes), "ok");
}

TEST(Snapshot, AFlippedByteInAnySectionIsFound) {
  Library library;
  testing::add(library, {testing::DraftPaper{}});
  const Bytes bytes = save(library);
  for (const SectionName name : testing::kNamesInSnapshot) {
    Bytes flipped = bytes;
    const auto section = testing::section_of(flipped, kSnapshotFormat, name);
    ASSERT_FALSE(section.empty());
    section[section.size() / 2] ^= 1;
    for (const Checks checks : {Checks::kAll, Checks::kChecksum}) {
      Library empty;
      const Result<uint32_t> opened = open(empty, flipped, checks);
      ASSERT_FALSE(opened.ok());
      EXPECT_EQ(opened.error().code, ErrorCode::kBadSnapshot);
      EXPECT_EQ(empty.paper_count(), 0u);
      EXPECT_GE(opened.error().byte_offset, static_cast<size_t>(section.data() - flipped.data()));
    }
  }
}

// The snapshot's sections, without that one and with another before the texts.
Bytes with_sections(Bytes bytes, SectionName without, SectionName with) {
  using Names = SnapshotSections;
  SectionWriter writer(kSnapshotFormat);
  for (const SectionName name :
       {Names::kAnalysis, Names::kAuthors, Names::kDigests, Names::kSegments, with, Names::kTexts}) {
    if (name == without) continue;
    writer.begin(name);
    const auto section = testing::section_of(bytes, kSnapshotFormat, name);
    writer.add(name == with ? Bytes(21, 7) : Bytes(section.begin(), section.end()));
  }
  writer.finish();
  return writer.joined();
}

TEST(Snapshot, PassesOverASectionOfALaterRelease) {
  Library library;
  add_fixtures(library);
  const Bytes bytes = with_sections(save(library), "NONE", "NEW ");
  for (const Checks checks : {Checks::kAll, Checks::kChecksum}) {
    Library reopened;
    ASSERT_TRUE(open(reopened, bytes, checks).ok());
    EXPECT_EQ(testing::told(reopened), testing::told(library));
  }
  Library late;
  ASSERT_TRUE(open_late(late, std::make_shared<KeptBytes>(bytes)).ok());
  EXPECT_EQ(testing::told(late), testing::told(library));
}

TEST(Snapshot, RefusesToDoWithoutASectionItNeeds) {
  Library library;
  testing::add(library, {testing::DraftPaper{}});
  const Bytes bytes = save(library);
  for (const SectionName name : testing::kNamesInSnapshot) {
    Library empty;
    const Result<uint32_t> opened = open(empty, with_sections(bytes, name, "NEW "));
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::kBadSnapshot);
  }
}

TEST(Snapshot, ASectionCanBeReadAloneByItsRange) {
  Library library;
  testing::add(library, {testing::DraftPaper{.authors = "Ada, Bo"}});
  const KeptBytes kept(save(library));
  const auto table = SectionTable::read(kept.bytes, kSnapshotFormat);
  ASSERT_TRUE(table.ok());
  const Section* const authors = table.value().find(SnapshotSections::kAuthors);
  ASSERT_NE(authors, nullptr);
  Bytes room(static_cast<size_t>(authors->size));
  ASSERT_TRUE(KeptBytes(kept.bytes).read(authors->offset, room));
  EXPECT_TRUE(authors->is_whole(room));
  EXPECT_EQ(std::string(room.begin(), room.end()), "\2\3Ada\2Bo");
}

TEST(Snapshot, RefusesTextsThatAreLargerThanTheRest) {
  Library library;
  testing::add(library, {testing::DraftPaper{}});
  const Bytes bytes = save(library);
  Bytes copy = bytes;
  const auto digests = testing::section_of(copy, kSnapshotFormat, SnapshotSections::kDigests);
  const size_t sizes = static_cast<size_t>(digests.data() - copy.data()) + 20;
  for (const auto& [source, made] :
       {std::pair{UINT32_MAX, 0u}, {UINT32_MAX, UINT32_MAX}, {UINT32_MAX - 15, 32u}, {0u, UINT32_MAX - 6}}) {
    Bytes damaged = bytes;
    std::memcpy(damaged.data() + sizes, &source, sizeof source);
    std::memcpy(damaged.data() + sizes + 4, &made, sizeof made);
    testing::forge_checksums(damaged);
    for (const Checks checks : {Checks::kAll, Checks::kChecksum}) {
      Library empty;
      const Result<uint32_t> opened = open(empty, damaged, checks);
      ASSERT_FALSE(opened.ok());
      EXPECT_EQ(opened.error().code, ErrorCode::kBadSnapshot);
    }
  }
}

TEST(Snapshot, RefusesAnIndexWhoseTermsAreNoText) {
  Library library;
  testing::add(library, {testing::DraftPaper{.title = "modèle attentions"}});
  const Bytes bytes = save(library);
  const std::string_view word = "attentions";
  const auto texts = bytes.begin() + static_cast<std::ptrdiff_t>(bytes_before_texts(bytes));
  const auto term = std::find_end(bytes.begin(), texts, word.begin(), word.end());
  ASSERT_NE(term, texts);
  // A byte that never occurs in UTF-8, whose folding would be beyond the table; then a character that is cut
  // off.
  for (const auto& [place, byte] : {std::pair{3u, 0xF8u}, {9u, 0xF8u}, {9u, 0xC3u}}) {
    Bytes damaged = bytes;
    damaged[static_cast<size_t>(term - bytes.begin()) + place] = static_cast<uint8_t>(byte);
    testing::forge_checksums(damaged);
    Library empty;
    const Result<uint32_t> opened = open(empty, damaged);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::kBadSnapshot);
  }
}

TEST(Snapshot, MakesNoRoomForPapersThatItsBytesCannotHold) {
  // A paper takes 300 bytes of memory: one for each claimed byte would be a bomb.
  const size_t claimed = 1'000'000;
  EXPECT_LE(room_for_papers(claimed, claimed) * sizeof(Paper), 16 * claimed);
  // Papers that are there get all their memory at once.
  Library library;
  testing::add(library, std::vector<testing::DraftPaper>(100));
  std::vector<uint8_t> record;
  std::string made;
  encode_volume(*library.volumes()[0], library.facts_of_volume(*library.volumes()[0]),
                library.facets().authors(), record, made);
  EXPECT_EQ(room_for_papers(100, record.size()), 100u);
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
    for (size_t n = random() % 3; n < 3 && damaged.size() > 32; ++n) {
      const size_t at = 24 + random() % (damaged.size() - 24);
      damaged[at] =
          random() % 2 == 0 ? static_cast<uint8_t>(random()) : static_cast<uint8_t>(damaged[at] + 1);
    }
    testing::forge_checksums(damaged);
    Library reopened;
    if (!open(reopened, damaged).ok()) {
      ++refused;
      EXPECT_EQ(reopened.paper_count(), 0u);
      continue;
    }
    testing::told(reopened);
  }
  EXPECT_GT(refused, 500u);
}

}  // namespace
}  // namespace broadsheet
