#include "core/index/compounds.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace broadsheet {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool joins_words(std::string_view gap) {
  for (size_t i = 0; i < gap.size();) {
    if (!may_join_words(gap[i])) return false;
    if (gap[i] != '\xE2') {
      ++i;
    } else if (gap.substr(i, 2) == "\xE2\x80" && i + 2 < gap.size() && gap[i + 2] >= '\x90' &&
               gap[i + 2] <= '\x94') {
      i += 3;  // a hyphen or dash
    } else {
      return false;
    }
  }
  return !gap.empty();
}

size_t letters_before_digits(std::string_view word) {
  const auto digit = std::find_if_not(word.begin(), word.end(), is_letter);
  const auto letters = static_cast<size_t>(digit - word.begin());
  return letters >= 2 && digit != word.end() && is_ascii_digit(*digit) ? letters : 0;
}

bool is_digits_and_letters(std::string_view word) {
  return !word.empty() && is_ascii_digit(word.front()) && std::any_of(word.begin(), word.end(), is_letter);
}

bool Compounds::is_telling(std::string_view part) {
  return part.size() <= 2 || std::any_of(part.begin(), part.end(), is_ascii_digit);
}

}  // namespace broadsheet
