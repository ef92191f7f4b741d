// phrase.h: finds a phrase among the tokens of a text, with the algorithm of Knuth, Morris and Pratt (SIAM J.
// Comput. 6(2), 1977): no token is looked at twice, however the phrase repeats itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/query/query.h"

namespace broadsheet {

class PhraseFinder {
 public:
  // Requires: a clause with a phrase of at least two tokens, which outlives this. Cost: O(1).
  explicit PhraseFinder(const Clause& clause) : clause_(clause) {}

  // Takes the next token of the text. Returns whether the phrase ends with it. Cost: O(token), amortized over
  // the text's tokens.
  bool ends_with(std::string_view token);

 private:
  const std::string& word(size_t place) const { return clause_.phrase[place]; }
  void note_longer_beginning();

  const Clause& clause_;
  // How many leading words of the phrase, without its last, end the text so far.
  size_t matched_ = 0;
  // At n: how many of the last words of the phrase's first n words, but not all n, are also its first words.
  // Filled only as far as matches have reached.
  std::vector<uint32_t> shorter_ = {0, 0};
};

}  // namespace broadsheet
