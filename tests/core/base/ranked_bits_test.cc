#include "core/base/ranked_bits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace broadsheet {
namespace {

TEST(RankedBits, KnowTheirMembersAndHowManyStandBefore) {
  std::mt19937 random(8);
  for (int round = 0; round < 200; ++round) {
    const size_t size = random() % 700;
    const uint32_t one_in = 1 + static_cast<uint32_t>(random() % 60);
    Bits bits(size);
    std::vector<uint32_t> members;
    for (uint32_t number = 0; number < size; ++number) {
      if (random() % one_in != 0) continue;
      bits.set(number);
      members.push_back(number);
    }
    const RankedBits ranked(bits);
    ASSERT_EQ(ranked.size(), members.size());
    ASSERT_TRUE(std::ranges::equal(ranked.members(), members));
    uint32_t before = 0;
    for (uint32_t number = 0; number < size; ++number) {
      ASSERT_EQ(ranked.test(number), bits.test(number));
      ASSERT_EQ(ranked.rank(number), before);
      before += bits.test(number) ? 1 : 0;
    }
  }
}

TEST(RankedBits, OfNothingAreEmpty) {
  EXPECT_EQ(RankedBits().size(), 0u);
  EXPECT_TRUE(RankedBits().members().empty());
  EXPECT_TRUE(RankedBits(Bits(64, true)).test(63));
}

}  // namespace
}  // namespace broadsheet
