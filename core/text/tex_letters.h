// tex_letters.h: letters and signs that TeX writes as commands: `\"o`, `\ss`, `\alpha`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet {

struct AccentedLetter {
  char accent;      // the sign or letter after the backslash: `"`, `v`
  uint32_t letter;  // may have an accent of its own
};

// What a letter is made of; nothing if it has no accent that TeX has. Cost: O(table), O(1) for most scripts.
std::optional<AccentedLetter> parts_of_letter(uint32_t code_point);

// The letter with this accent; 0 if no character is both. Cost: O(letters with the accent).
uint32_t letter_with(AccentedLetter parts);

// The combining mark of the accent; 0 if it is none.
uint32_t combining_mark_of(char accent);

struct TexSymbol {
  std::string_view command;  // without its backslash
  std::string_view letter;   // UTF-8
  bool in_formula = false;   // legal only there
};

// The symbol of a command, or nothing. Cost: O(log table).
const TexSymbol* symbol_of_command(std::string_view command);

// The symbol that a character has in TeX, or nothing. Requires: not ASCII. Cost: O(table).
const TexSymbol* symbol_of_letter(std::string_view letter);

// Signs that TeX's fonts make of ASCII: “ is ``. Empty if it is none of them. Cost: O(1).
std::string_view ascii_ligature_of(uint32_t code_point);

}  // namespace broadsheet
