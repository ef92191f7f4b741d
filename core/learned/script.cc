#include "core/learned/script.h"

#include <algorithm>

namespace broadsheet {
namespace {

// Requires: `text` begins with a character of three bytes.
uint32_t code_of_three_bytes(std::string_view text) {
  const auto bits = [&](size_t i, unsigned mask) { return static_cast<unsigned char>(text[i]) & mask; };
  return bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
}

bool has_three_bytes(std::string_view text) {
  return text.size() >= 3 && (static_cast<unsigned char>(text[0]) & 0xF0) == 0xE0;
}

}  // namespace

Script script_of(std::string_view term) {
  const auto first = static_cast<unsigned char>(term.front());
  if (first < 0xE1) return Script::kLetters;
  if (first >= 0xF0) return Script::kHan;  // rare ideographs; other scripts up there are not written today
  if (!has_three_bytes(term)) return Script::kLetters;
  const uint32_t code = code_of_three_bytes(term);
  if ((code >= 0x1100 && code < 0x1200) || (code >= 0xAC00 && code < 0xD7B0)) return Script::kHangul;
  return code >= 0x2E80 && code < 0xFB00 ? Script::kHan : Script::kLetters;
}

bool is_telling(std::string_view term) {
  if (script_of(term) != Script::kLetters)
    return term.size() > (static_cast<unsigned char>(term[0]) >= 0xF0 ? 4 : 3);
  return term.size() > 1 &&
         std::any_of(term.begin(), term.end(), [](char c) { return (c >= 'a' && c <= 'z') || c < 0; });
}

}  // namespace broadsheet
