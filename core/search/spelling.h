// spelling.h: words of the library close to a word it does not have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace broadsheet {

struct Respelling {
  std::string word;
  uint64_t document_frequency;
};

// At most `count` words one edit away, the most frequent first; if there are none, words two edits away with
// the same first letter. An edit inserts, deletes or changes a letter, or swaps two neighbours. Requires: a
// committed library. Cost: as near_terms() in each segment; for two edits, also O(words with that first
// letter).
std::vector<Respelling> respell(const Library& library, std::string_view word, size_t count);

}  // namespace broadsheet
