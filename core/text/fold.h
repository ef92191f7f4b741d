// fold.h: text as the search compares it: case, width, diacritics and compatibility forms removed (`Güttel` →
// `guttel`, `ＬＬＭ` → `llm`, `ﬁ` → `fi`, `²` → `2`), traditional characters simplified (`語` → `语`). Kana
// keep their sound marks.
//
// tools/fold_table makes the tables from Unicode data at build time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

enum class CharClass : uint8_t {
  kSeparator = 0,
  kLetter = 1,     // forms a word with its neighbours
  kIdeograph = 2,  // Han, kana, Hangul: a token of its own; words are found by pairs
  kDigit = 3,
};

struct FoldedChar {
  CharClass char_class;
  bool changed;            // false: the character folds to itself and `bytes` is empty
  std::string_view bytes;  // UTF-8; static storage
};

// Requires: code_point < 0x110000. Cost: O(1).
FoldedChar fold_char(uint32_t code_point);

// The end of the ideographs at `at` that have three bytes each and fold to themselves; `at` if there are
// none. Requires: valid UTF-8, `at` on a code point. Cost: O(ideographs).
size_t end_of_plain_ideographs(std::string_view text, size_t at);

// The folded text. Requires: valid UTF-8. Cost: O(text).
std::string fold(std::string_view text);

}  // namespace broadsheet
