// spelling.h: words of the library's own that are near to a word that is not there.
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

// In how many papers the word stands as it is.
uint64_t document_frequency_of(const Library& library, std::string_view word);

// At most `count` words one edit away, the most frequent first; only where there is none, two edits away with
// the same first letter. One letter more or less, another one, or two neighbours swapped are an edit.
// Requires: a committed library. Cost: some 70 look-ups for each letter; for two edits also O(words with that
// first letter).
std::vector<Respelling> respell(const Library& library, std::string_view word, size_t count);

}  // namespace broadsheet
