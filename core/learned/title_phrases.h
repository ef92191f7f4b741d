// title_phrases.h: runs of two or three words in titles, and how many works of two windows have each.
//
// "world model" is news where "world" and "model" are none. A phrase neither begins nor ends with a function
// word, and has none inside but "of", "in", "to" and numbers ("chain of thought"); nothing but a blank or a
// hyphen is between its words; words of one stem are one word. Runs of ideographs are left out: the index has
// their pairs already.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/stemmer.h"

namespace broadsheet {

class TitlePhrases {
 public:
  static constexpr size_t kMostPhraseWords = 3;
  // Further stems are in no phrase: three of them are one number.
  static constexpr uint32_t kMostStems = 1 << 21;

  struct Phrase {
    uint32_t before = 0;
    uint32_t after = 0;
    std::array<uint32_t, kMostPhraseWords>
        written{};  // places in words_, as the first title that was counted has it
    uint32_t words = 0;
    uint32_t last_work = 0;  // one more than the number of the last work that has it
  };

  // Counts the title of the next work. Cost: O(title).
  void count(std::string_view title, bool is_new);

  // In the order of first occurrence.
  const std::vector<Phrase>& all() const { return phrases_; }
  // Folded, as the first title that was counted writes it.
  std::string text(uint32_t phrase) const;
  std::string_view stem(const Phrase& phrase, uint32_t word) const {
    return stems_[words_[phrase.written[word]].stem];
  }

  // The phrases of the work that was counted as number `work`, each once: places in all().
  std::span<const uint32_t> of_work(uint32_t work) const {
    return std::span(of_works_).subspan(work_ends_[work], work_ends_[work + 1] - work_ends_[work]);
  }

 private:
  // A word as titles write it.
  struct WrittenWord {
    std::string text;  // folded
    uint32_t stem;
    bool is_function_word;
    bool joins;  // of function words: a phrase may have it inside
  };
  struct Place {
    uint32_t word;  // place in words_
    uint32_t begin;
    uint32_t end;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Numbers = std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>>;

  uint32_t word_number(std::string_view folded);
  // The phrase of these places, which is new if nobody has counted it.
  uint32_t phrase_number(std::span<const Place> places);

  Stemmer stemmer_;
  Numbers word_numbers_;
  Numbers stem_numbers_;
  std::vector<WrittenWord> words_;
  std::vector<std::string> stems_;
  std::vector<Place> places_;  // of the title
  std::vector<Phrase> phrases_;
  std::unordered_map<uint64_t, uint32_t> numbers_;  // of phrases, by their stems
  std::vector<uint32_t> of_works_;
  std::vector<uint32_t> work_ends_ = {0};
};

}  // namespace broadsheet
