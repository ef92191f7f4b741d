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

// Calls visit(std::string_view) for every word one edit away; letters put in are a to z and 0 to 9. Some
// words come up twice. Requires: can_have_typo(word). Cost: about 73 words for each letter.
template <typename Visit>
void for_each_one_edit(std::string_view word, Visit&& visit) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::string edited(word);
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] == word[i + 1]) continue;
    std::swap(edited[i], edited[i + 1]);
    visit(std::string_view(edited));
    std::swap(edited[i], edited[i + 1]);
  }
  for (size_t i = 0; i < word.size(); ++i) {
    for (const char letter : kLetters) {
      if (letter == word[i]) continue;
      edited[i] = letter;
      visit(std::string_view(edited));
    }
    edited[i] = word[i];
  }
  for (size_t i = 0; i < word.size(); ++i) {
    edited.assign(word);
    edited.erase(i, 1);
    visit(std::string_view(edited));
  }
  for (size_t i = 0; i <= word.size(); ++i) {
    edited.assign(word);
    edited.insert(i, 1, ' ');
    for (const char letter : kLetters) {
      edited[i] = letter;
      visit(std::string_view(edited));
    }
  }
}

}  // namespace broadsheet
