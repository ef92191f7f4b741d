// tex_accents.h: `\"o`, `\'{\i}`, `\c{c}`, `\v s`: where TeX's accents are in a text, and on which letters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// Whether a character after a backslash is an accent that takes a letter: `\"o`.
bool is_accent_sign(char c);

struct TexAccent {
  char accent;              // the sign or letter after the backslash: `"`, `v`
  char inner;               // the accent that the letter has already, as in `\'{\^a}`; 0 if none
  std::string_view letter;  // without accents, as in the text; `i` and `j` where it has them dotless
  size_t bytes;             // of all of it
};

// The accented letter that the text begins with; nothing if the accent is something else, as in
// `\"quoted\"`. `before`: the character before the text, or a blank. Cost: O(1).
std::optional<TexAccent> tex_accent(std::string_view text, char before);

// The letter with its accents: UTF-8, composed where there is such a character. Cost: as letter_with().
std::string composed(const TexAccent& accent);

}  // namespace broadsheet
