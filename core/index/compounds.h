// compounds.h: words joined without a blank, and the other forms in which people write them: LLaMA-7B as
// llama7b, E^2-LLM as e2llm or e2-llm, $M^2$FMoE as m2fmoe, ResNet50 as resnet 50, GPT 4o as gpt4o.
//
//   parts p1 … pn (2 to kMostParts, joined by - _ ^ / $ { } and the like): p1p2…pn; and where n > 2, also
//     each pair of neighbours of which one is short or has a digit
//   a word of letters and then digits (resnet50, llama7b): the letters, and the rest
//   a word, one blank, and a word of digits and then letters (LLaMA 7B): the two joined
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/text/tokenizer.h"

namespace broadsheet {

// Whether `gap` holds only signs that join words: at least one, and no blank.
bool joins_words(std::string_view gap);

// Whether a sign that joins words may begin with this byte.
inline bool may_join_words(char byte) {
  switch (byte) {
    case '-':
    case '_':
    case '^':
    case '/':
    case '$':
    case '{':
    case '}':
    case '+':
    case '.':
    case '*':
    case '\'':
    case '~':
    case '\xE2':
      return true;
    default:
      return false;
  }
}

// How many letters a word such as resnet50 begins with; 0 for any other word.
size_t letters_before_digits(std::string_view word);

// Whether a word begins with a digit and has a letter: 7b, 4o.
bool is_digits_and_letters(std::string_view word);

class Compounds {
 public:
  explicit Compounds(std::string_view text) : text_(text) {}

  // Takes the words of the text in order. Calls on_term for the forms of a compound once it has ended.
  template <typename OnTerm>
  void add(const Token& token, OnTerm&& on_term) {
    const char first = token.folded.front();
    if (!token.is_letters) add_halves(token.folded, on_term);
    const size_t gap = token.begin - last_end_;
    if (count_ > 0) {
      if (gap <= kLongestGap && count_ < kMostParts && joins_words(text_.substr(last_end_, gap))) {
        push(token);
        return;
      }
      end(on_term);
    } else if (gap == 1 && last_end_ > 0 && first <= '9' && text_[last_end_] == ' ' &&
               is_digits_and_letters(token.folded)) {
      add_joined(text_.substr(last_begin_, last_end_ - last_begin_), token.folded, on_term);
    }
    last_begin_ = token.begin;
    last_end_ = token.end;
    // Nearly every word ends here: only a joining sign begins a compound.
    if (token.end < text_.size() && may_join_words(text_[token.end])) push(token);
  }

  template <typename OnTerm>
  void end(OnTerm&& on_term) {
    if (count_ > 1 && ends_[count_ - 1] <= kMaxTokenBytes) {
      on_term(std::string_view(parts_.data(), ends_[count_ - 1]));
      for (size_t i = 0; count_ > 2 && i + 1 < count_; ++i) {
        if (is_telling(part(i)) || is_telling(part(i + 1)))
          on_term(std::string_view(parts_.data() + begin(i), ends_[i + 1] - begin(i)));
      }
    }
    count_ = 0;
  }

 private:
  static constexpr size_t kMostParts = 6;
  static constexpr size_t kLongestGap = 4;

  size_t begin(size_t i) const { return i == 0 ? 0 : ends_[i - 1]; }
  std::string_view part(size_t i) const { return {parts_.data() + begin(i), ends_[i] - begin(i)}; }
  static bool is_telling(std::string_view part);
  template <typename OnTerm>
  static void add_halves(std::string_view word, OnTerm&& on_term) {
    const size_t letters = letters_before_digits(word);
    if (letters == 0) return;
    on_term(word.substr(0, letters));
    on_term(word.substr(letters));
  }
  // `before`: the word before `word` in the text, unfolded.
  template <typename OnTerm>
  void add_joined(std::string_view before, std::string_view word, OnTerm&& on_term) {
    joined_.clear();
    tokenize(before, [&](const Token& token) { joined_.append(token.folded); });
    joined_.append(word);
    if (joined_.size() <= kMaxTokenBytes) on_term(std::string_view(joined_));
  }
  void push(const Token& token) {
    const size_t at = begin(count_);
    std::memcpy(parts_.data() + at, token.folded.data(), token.folded.size());
    ends_[count_++] = at + token.folded.size();
    last_begin_ = token.begin;
    last_end_ = token.end;
  }

  std::string_view text_;
  size_t last_begin_ = 0;  // of the last word
  size_t last_end_ = 0;
  size_t count_ = 0;
  std::array<size_t, kMostParts> ends_;
  std::array<char, kMostParts * kMaxTokenBytes> parts_;
  std::string joined_;
};

}  // namespace broadsheet
