// terms.h: from tokens to the terms of the index.
//
// A word is a term. Of a run of ideographs every pair of neighbours is a term, and the last one alone, so
// that any part of a run is found: 段简 by its pair, 简 by the terms that begin with it.
#pragma once

#include <string>
#include <string_view>

#include "core/text/tokenizer.h"

namespace broadsheet {

// Calls on_term(std::string_view term) for every term of the text, in order. Cost: O(text).
template <typename OnTerm>
void for_each_term(std::string_view text, OnTerm&& on_term) {
  std::string pair;  // the last ideograph, then that and the next
  const auto end_run = [&] {
    if (!pair.empty()) on_term(std::string_view(pair));
    pair.clear();
  };
  tokenize(text, [&](const Token& token) {
    if (!token.ideograph) {
      end_run();
      on_term(token.folded);
      return;
    }
    if (token.glued && !pair.empty()) {
      const size_t first_size = pair.size();
      pair.append(token.folded);
      on_term(std::string_view(pair));
      pair.erase(0, first_size);
    } else {
      end_run();
      pair.assign(token.folded);
    }
  });
  end_run();
}

}  // namespace broadsheet
