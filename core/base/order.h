// order.h: one sort for everything that is sorted once for a click or a file.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace broadsheet {

/**
 * The places 0 … count - 1 in the order of `is_before`, which compares two places; equal ones stay in order.
 * With `most` below `count`, only the first `most` of them. O(n log n) comparisons, O(n log m) with `most`.
 */
std::vector<uint32_t> order_of(size_t count, const std::function<bool(uint32_t, uint32_t)>& is_before,
                               size_t most = SIZE_MAX);

/**
 * Keeps the first `most` of `items` in the order of `less`; equal ones stay in order. std::sort is compiled
 * anew for each type and each order, which costs a page some kilobytes; this one is compiled once and takes
 * twice the time. What sorts for every posting or match takes std::sort.
 */
template <typename T, typename Less>
void keep_first(std::vector<T>& items, size_t most, Less less) {
  std::vector<T> kept;
  kept.reserve(std::min(most, items.size()));
  for (const uint32_t place : order_of(
           items.size(), [&](uint32_t a, uint32_t b) { return less(items[a], items[b]); }, most))
    kept.push_back(std::move(items[place]));
  items = std::move(kept);
}

/** Sorts `items` by `less`; equal ones stay in order. For what keep_first is for. */
template <typename T, typename Less = std::less<>>
void put_in_order(std::vector<T>& items, Less less = {}) {
  keep_first(items, items.size(), less);
}

}  // namespace broadsheet
