#include "core/library/volume_index.h"

#include <gtest/gtest.h>

#include "core/library/library.h"

namespace broadsheet {
namespace {

// The labels that digests get, in order of arrival.
std::vector<std::string> labels_of(const std::vector<std::pair<std::string, std::string>>& names) {
  std::vector<std::unique_ptr<Volume>> volumes;
  VolumeIndex index;
  std::vector<std::string> labels;
  for (const auto& [name, file_name] : names) {
    Digest digest;
    digest.name = name;
    digest.file_name = file_name;
    auto& volume = volumes.emplace_back(std::make_unique<Volume>(std::move(digest)));
    volume->label = index.free_label(volume->head());
    volume->content_hash = volumes.size();
    labels.push_back(volume->label);
    index.add(*volume);
  }
  return labels;
}

TEST(VolumeIndex, GivesEachDigestALabelOfItsOwn) {
  EXPECT_EQ(labels_of({{"day", "day.md"},
                       {"day", "day.md"},
                       {"day", "day.md"},
                       {"day", "day.jsonl"},
                       {"day.md~3", "day.md~3"},
                       {"day", "day.md"},
                       {"day", "day.md"}}),
            (std::vector<std::string>{"day", "day.md", "day.md~2", "day.jsonl", "day.md~3", "day.md~4",
                                      "day.md~5"}));
}

TEST(VolumeIndex, FindsVolumesByLabelAndByContent) {
  Volume volume;
  volume.label = "2026-01-14";
  volume.content_hash = 7;
  VolumeIndex index;
  index.add(volume);
  EXPECT_EQ(index.by_label("2026-01-14"), &volume);
  EXPECT_EQ(index.by_label("2026-01-15"), nullptr);
  EXPECT_EQ(index.by_content(7), &volume);
  EXPECT_EQ(index.by_content(8), nullptr);
}

}  // namespace
}  // namespace broadsheet
