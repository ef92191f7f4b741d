// json_escapes.h: repairs JSON escapes that name half a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

struct MendedEscapes {
  std::string text;  // as long as the input; empty if nothing was mended
  size_t count = 0;
};

// Replaces each \u escape of an unpaired surrogate by \ufffd. Tools write these when they cut a text inside
// an emoji, and JSON parsers refuse the whole text for one. Cost: O(text).
MendedEscapes mend_lone_surrogates(std::string_view json);

}  // namespace broadsheet
