// openings.h: a quick test that rules out nearly all words of a text.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "core/query/query.h"

namespace broadsheet {

// The first letters of the words that any form of some query terms can match. Not used for ideographs.
class Openings {
 public:
  void add(const QueryTerm& term) {
    if (term.typo) {
      pairs_.set();
      singles_.set();  // the first letter may be the typo
    }
    add(term.text);
    if (term.stem.empty()) return;
    add(term.stem);
    add_pair(term.stem[0], 'y');  // dying, die
  }

  // False only if no term matches the word or a compound that begins with it. Requires: a non-empty word.
  bool may_begin(std::string_view word) const {
    return word.size() == 1 ? singles_[static_cast<unsigned char>(word[0])] : pairs_[pair(word[0], word[1])];
  }

 private:
  static size_t pair(char first, char second) {
    return (static_cast<size_t>(static_cast<unsigned char>(first)) << 5 ^
            static_cast<unsigned char>(second)) &
           4095;
  }
  void add_pair(char first, char second) { pairs_.set(pair(first, second)); }
  void add(std::string_view text) {
    singles_.set(static_cast<unsigned char>(text[0]));
    if (text.size() > 1) return add_pair(text[0], text[1]);
    for (int second = 0; second < 256; ++second) add_pair(text[0], static_cast<char>(second));
  }

  std::bitset<256> singles_;
  std::bitset<4096> pairs_;
};

}  // namespace broadsheet
