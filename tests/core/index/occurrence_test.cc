#include "core/index/occurrence.h"

#include <gtest/gtest.h>

#include <random>

namespace broadsheet {
namespace {

SearchField random_field(std::mt19937& random) {
  return static_cast<SearchField>(random() % kSearchFieldCount);
}

TEST(OccurrenceTable, LeadsFromHitToHitToWhatWasCounted) {
  std::mt19937 random(5);
  OccurrenceTable table;
  const OccurrenceId nowhere = table.intern({}, 0);
  for (int round = 0; round < 500; ++round) {
    OccurrenceId id = nowhere;
    Occurrence counted;
    for (size_t hits = random() % 12; hits > 0; --hits) {
      const SearchField field = random_field(random);
      id = table.with_hit(id, field);
      counted.count_up(field);
    }
    EXPECT_EQ(table.all()[id].occurrence, counted);
    EXPECT_EQ(table.intern(counted, 0), id);
  }
}

TEST(OccurrenceTable, CountsNoneOfThoseThatLedToAnother) {
  OccurrenceTable table;
  const OccurrenceId once = table.with_hit(table.intern({}, 0), SearchField::kTitle);
  const OccurrenceId twice = table.with_hit(once, SearchField::kTitle);
  table.count_up(twice);
  EXPECT_EQ(table.all()[once].count, 0u);
  EXPECT_EQ(table.all()[twice].count, 1u);
  EXPECT_EQ(table.places_by_count()[twice], 0u);
}

TEST(OccurrenceTable, SaturatesAFrequency) {
  OccurrenceTable table;
  OccurrenceId id = table.intern({}, 0);
  for (int hits = 0; hits < 300; ++hits) id = table.with_hit(id, SearchField::kAbstract);
  EXPECT_EQ(table.all()[id].occurrence.frequencies[static_cast<size_t>(SearchField::kAbstract)], 255);
  EXPECT_EQ(table.with_hit(id, SearchField::kAbstract), id);
}

// With more different occurrences than numbers, frequencies are lost, but never fields.
TEST(OccurrenceTable, KnowsTheFieldsOfMoreThanItHasNumbersFor) {
  std::mt19937 random(6);
  OccurrenceTable table;
  const OccurrenceId nowhere = table.intern({}, 0);
  for (int round = 0; round < 5000; ++round) {
    OccurrenceId id = nowhere;
    FieldMask fields = 0;
    for (int hits = 0; hits < 40; ++hits) {
      const SearchField field = random_field(random);
      id = table.with_hit(id, field);
      fields = static_cast<FieldMask>(fields | mask_of(field));
      ASSERT_EQ(table.all()[id].occurrence.fields(), fields);
    }
  }
  EXPECT_GT(table.all().size(), 60000u);
  EXPECT_LT(table.all().size(), 65535u);
}

}  // namespace
}  // namespace broadsheet
