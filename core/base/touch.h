// touch.h: asks for memory before it is needed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace broadsheet {

// Reads a byte. Who needs many things that lie here and there touches all of them first: then they are
// fetched together, and not each only when the one before it has come. (WebAssembly has no prefetch.)
inline void touch(const void* place) { static_cast<void>(*static_cast<const volatile char*>(place)); }

// Calls touch_for(item) and behind it visit(item) for all items in their order, so many at a time as are
// fetched together.
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
