// tex_accents.h: accented letters (core/text/tex_accents.h) among the tokens of a text.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/export/tex_tokens.h"

namespace broadsheet {

struct TexLetter {
  std::string letter;  // UTF-8, composed where there is such a character
  size_t tokens;       // how many it takes whole
  size_t bytes;        // and how many bytes of the next one
};

// The letter that the tokens begin with; nothing if the accent is something else, as in `\"quoted\"`.
// `before`: the character before them, or a blank. Requires: tokens of one text, not empty. Cost: O(1).
std::optional<TexLetter> accented_letter(std::span<const TexToken> tokens, char before);

}  // namespace broadsheet
