#include "core/base/order.h"

#include <numeric>

namespace broadsheet {

std::vector<uint32_t> order_of(size_t count, const std::function<bool(uint32_t, uint32_t)>& is_before,
                               size_t most) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  if (most >= count) {
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return is_before(a, b); });
    return order;
  }
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
                    [&](uint32_t a, uint32_t b) { return is_before(a, b) || (!is_before(b, a) && a < b); });
  order.resize(most);
  return order;
}

}  // namespace broadsheet
