// terms.h: from tokens to terms.
//
// A word is a term. In a run of ideographs every pair of neighbours is a term, and so is the last ideograph
// alone, so that any part of a run is found: 段简 by its pair, 简 by the terms that begin with it.
//
// The index also holds compounds, so that they are found however they are typed: for words joined without a
// blank (LLaMA-7B, E^2-LLM, $M^2$FMoE), their joined forms too (compounds.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/index/compounds.h"
#include "core/text/tokenizer.h"

namespace broadsheet {

namespace internal {

// Forms the terms of ideographs: takes each token, and calls on_term for the terms it completes.
class IdeographPairs {
 public:
  template <typename OnTerm>
  void end_run(OnTerm&& on_term) {
    if (!last_.empty()) on_term(last_);
    last_ = {};
  }
  template <typename OnTerm>
  void add(const Token& token, OnTerm&& on_term) {
    if (!token.glued) end_run(on_term);
    if (!last_.empty() && last_.data() + last_.size() == token.folded.data()) {
      // Neighbours in the text, as nearly all are.
      on_term(std::string_view(last_.data(), last_.size() + token.folded.size()));
    } else if (!last_.empty()) {
      pair_.assign(last_).append(token.folded);
      on_term(std::string_view(pair_));
    }
    last_ = token.folded;
  }
  template <typename OnWord, typename OnTerm>
  void add_token(const Token& token, OnWord&& on_word, OnTerm&& on_term) {
    if (token.ideograph) {
      add(token, on_term);
    } else {
      end_run(on_term);
      on_word(token);
    }
  }
  // Adds a run of ideographs that fold to themselves, three bytes each.
  template <typename OnTerm, typename OnPlainPair>
  void add_plain(std::string_view run, bool glued, OnTerm&& on_term, OnPlainPair&& on_plain_pair) {
    add(Token{run.substr(0, 3), 0, 0, true, glued}, on_term);
    for (size_t i = 0; i + 6 <= run.size(); i += 3) on_plain_pair(run.data() + i);
    last_ = run.substr(run.size() - 3);
  }

 private:
  std::string_view last_;  // the last ideograph; an ideograph's folded form outlives its token
  std::string pair_;
};

}  // namespace internal

// Calls on_word(const Token&) for every word, and on_ideographs(std::string_view) for every pair and for the
// last ideograph of every run, in order. A pair inside a run of plain ideographs, as nearly all are, goes to
// on_plain_pair(const char*) instead, as six bytes. Cost: O(text).
template <typename OnWord, typename OnIdeographs, typename OnPlainPair>
void for_each_word_and_pair(std::string_view text, OnWord&& on_word, OnIdeographs&& on_ideographs,
                            OnPlainPair&& on_plain_pair) {
  internal::IdeographPairs pairs;
  tokenize_runs(
      text, [&](const Token& token) { pairs.add_token(token, on_word, on_ideographs); },
      [&](size_t begin, size_t end, bool glued) {
        pairs.add_plain(text.substr(begin, end - begin), glued, on_ideographs, on_plain_pair);
      });
  pairs.end_run(on_ideographs);
}
// The same with a function call for each token and each run, so that the module holds the tokenizer only
// once.
template <typename OnWord, typename OnIdeographs, typename OnPlainPair>
void call_for_each_word_and_pair(std::string_view text, OnWord&& on_word, OnIdeographs&& on_ideographs,
                                 OnPlainPair&& on_plain_pair) {
  internal::IdeographPairs pairs;
  const auto add_token = [&](const Token& token) { pairs.add_token(token, on_word, on_ideographs); };
  const auto add_run = [&](size_t begin, size_t end, bool glued) {
    pairs.add_plain(text.substr(begin, end - begin), glued, on_ideographs, on_plain_pair);
  };
  const std::pair visit(&add_token, &add_run);
  using Visit = decltype(visit);
  internal::tokenize(
      text, const_cast<void*>(static_cast<const void*>(&visit)),
      [](void* context, const Token& token) { (*static_cast<Visit*>(context)->first)(token); },
      [](void* context, size_t begin, size_t end, bool glued) {
        (*static_cast<Visit*>(context)->second)(begin, end, glued);
      });
  pairs.end_run(on_ideographs);
}
// The same without plain pairs: each ideograph takes a call, too.
template <typename OnWord, typename OnIdeographs>
void for_each_word_and_pair(std::string_view text, OnWord&& on_word, OnIdeographs&& on_ideographs) {
  internal::IdeographPairs pairs;
  tokenize(text, [&](const Token& token) { pairs.add_token(token, on_word, on_ideographs); });
  pairs.end_run(on_ideographs);
}

// Calls on_term(std::string_view) for every term of the text, in order, as a query has them. Cost: O(text).
template <typename OnTerm>
void for_each_term(std::string_view text, OnTerm&& on_term) {
  for_each_word_and_pair(
      text, [&](const Token& token) { on_term(token.folded); }, on_term);
}

// The same plus the forms of compounds, as the index has them.
template <typename OnTerm, typename... OnPlainPair>
void for_each_index_term(std::string_view text, OnTerm&& on_term, OnPlainPair&&... on_plain_pair) {
  Compounds compounds(text);
  const auto on_word = [&](const Token& token) {
    on_term(token.folded);
    compounds.add(token, on_term);
  };
  for_each_word_and_pair(text, on_word, on_term, on_plain_pair...);
  compounds.end(on_term);
}

}  // namespace broadsheet
