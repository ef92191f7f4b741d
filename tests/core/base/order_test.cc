#include "core/base/order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace broadsheet {
namespace {

struct Item {
  int key;
  std::string name;

  friend bool operator==(const Item&, const Item&) = default;
};

// Few keys, so that many are equal; names tell equal ones apart.
std::vector<Item> items_of(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Item> items;
  for (size_t i = 0; i < count; ++i)
    items.push_back({static_cast<int>(random() % 7), "item " + std::to_string(i)});
  return items;
}
bool is_before(const Item& a, const Item& b) { return a.key < b.key; }

TEST(Order, IsThatOfAStableSort) {
  for (uint32_t count = 0; count < 40; ++count) {
    std::vector<Item> items = items_of(count, count);
    std::vector<Item> expected = items;
    std::stable_sort(expected.begin(), expected.end(), is_before);
    put_in_order(items, is_before);
    EXPECT_EQ(items, expected) << count;
  }
}

TEST(Order, OfTheFirstOnesIsThatOfAll) {
  for (uint32_t count = 0; count < 25; ++count) {
    std::vector<Item> all = items_of(count, count);
    put_in_order(all, is_before);
    for (size_t most = 0; most < count + 2; ++most) {
      std::vector<Item> kept = items_of(count, count);
      keep_first(kept, most, is_before);
      EXPECT_EQ(kept, std::vector(all.begin(),
                                  all.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(most, count))));
    }
  }
}

}  // namespace
}  // namespace broadsheet
