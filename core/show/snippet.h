// snippet.h: picks the part of a text that best shows why a paper matched.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/show/highlight.h"

namespace broadsheet {

// The window of about `budget` code points with the most hits, extended to word ends, and widened rather than
// cutting through a formula. The whole text if it fits; its beginning if there are no hits. Requires: `hits`
// sorted and disjoint, inside `text`. Cost: O(text + hits).
ByteRange pick_snippet(std::string_view text, const std::vector<ByteRange>& hits, size_t budget);

}  // namespace broadsheet
