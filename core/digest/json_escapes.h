// json_escapes.h: mends escapes in JSON that name half a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

struct MendedEscapes {
  std::string text;  // as long as what was given; empty where nothing was mended
  size_t count = 0;
};

// Writes \ufffd in place of each \u escape of a surrogate that has no partner, as tools write them that cut a
// text inside an emoji. JSON parsers refuse the whole text for one. Cost: O(text).
MendedEscapes mend_lone_surrogates(std::string_view json);

}  // namespace broadsheet
