// touch.h: asks for memory before it is needed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace broadsheet {

// Reads a byte. Touch many scattered things before using any of them: memory then fetches them together
// instead of one after the other. (WebAssembly has no prefetch.)
inline void touch(const void* place) { static_cast<void>(*static_cast<const volatile char*>(place)); }

// Calls touch_for(item), then visit(item), for all items in order, in batches that memory fetches together.
template <typename Item, typename TouchFor, typename Visit>
void visit_touched(std::span<const Item> items, TouchFor&& touch_for, Visit&& visit) {
  constexpr size_t kAtOnce = 32;
  for (size_t begin = 0; begin < items.size(); begin += kAtOnce) {
    const auto some = items.subspan(begin, std::min(kAtOnce, items.size() - begin));
    for (const Item& item : some) touch_for(item);
    for (const Item& item : some) visit(item);
  }
}

}  // namespace broadsheet
