// rows_holding.h: the works that have a word in their title or a text.
#pragma once

#include <string_view>

#include "core/base/bits.h"
#include "core/learned/forward_index.h"
#include "core/library/library.h"

namespace broadsheet {

// By row. `stem`: other words of it count too; empty: none do. Cost: O(postings of these words).
Bits rows_holding(const Library& library, const ForwardIndex& index, std::string_view word,
                  std::string_view stem);

}  // namespace broadsheet
