// letter_case.h: capitals of the scripts that have them in names and titles: Latin, Greek, Cyrillic.
#pragma once

#include <cstdint>

namespace broadsheet {

// Latin letters with accents come in pairs, the capital first; which of the two is even changes on the way.
constexpr bool is_capital(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180) {
    if (c >= 0x139 && c <= 0x148) return c % 2 == 1;
    if (c >= 0x178 && c <= 0x17E) return c == 0x178 || c % 2 == 1;
    return c != 0x138 && c != 0x149 && c != 0x17F && c % 2 == 0;
  }
  // Of the Latin letters between: Ə, Ơ, Ư and the pairs from Ǹ on, with Romanian's Ș and Ț.
  if (c < 0x250) return c == 0x18F || c == 0x1A0 || c == 0x1AF || (c >= 0x1F8 && c < 0x234 && c % 2 == 0);
  if (c >= 0x1E00 && c < 0x1F00) return c % 2 == 0 && !(c >= 0x1E96 && c <= 0x1E9F);
  return (c >= 0x386 && c <= 0x3AB && c != 0x390) || (c >= 0x400 && c < 0x430) ||
         (c >= 0x48A && c < 0x530 && c % 2 == 0);
}

constexpr bool is_small_letter(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  if (c < 0x180 || (c >= 0x1E00 && c < 0x1F00)) return !is_capital(c);
  if (c < 0x250) return is_capital(c - 1);
  return c == 0x259 || (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c < 0x460) ||
         (c >= 0x48B && c < 0x530 && c % 2 == 1);
}

constexpr bool is_cased_letter(uint32_t c) { return is_capital(c) || is_small_letter(c); }

}  // namespace broadsheet
