// one_edit.h: words one typing slip apart: a letter inserted, dropped or replaced, or two neighbours swapped
// (Damerau, CACM 7(3), 1964).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Words shorter than this are near more real words than misspellings.
inline constexpr size_t kMinTypoBytes = 3;

// Whether searching for misspelt forms of the word makes sense: it is long enough and all ASCII, since an
// edit changes one byte. Cost: O(length).
bool can_have_typo(std::string_view word);

// Whether the words are exactly one edit apart; equal ones are not. Cost: O(length).
bool is_one_edit_apart(std::string_view a, std::string_view b);

// Whether one slip makes `other` of the word: they are one edit apart, and what the edit puts in is a letter
// or digit, a to z and 0 to 9. Cost: O(length).
bool is_one_slip(std::string_view word, std::string_view other);

inline constexpr std::string_view kTypedLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

// Calls visit(std::string_view) for every word that one slip at letter i makes; at the word's end a letter
// can only be put in. Some words come up at several letters. Requires: can_have_typo(word), i <= word.size().
// Cost: about 73 words.
template <typename Visit>
void for_each_one_edit_at(std::string_view word, size_t i, Visit&& visit) {
  std::string edited(word);
  if (i + 1 < word.size() && word[i] != word[i + 1]) {
    std::swap(edited[i], edited[i + 1]);
    visit(std::string_view(edited));
    std::swap(edited[i], edited[i + 1]);
  }
  if (i < word.size()) {
    for (const char letter : kTypedLetters) {
      if (letter == word[i]) continue;
      edited[i] = letter;
      visit(std::string_view(edited));
    }
    edited.erase(i, 1);
    visit(std::string_view(edited));
    edited.assign(word);
  }
  edited.insert(i, 1, ' ');
  for (const char letter : kTypedLetters) {
    edited[i] = letter;
    visit(std::string_view(edited));
  }
}

}  // namespace broadsheet
