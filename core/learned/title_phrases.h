// title_phrases.h: runs of two or three words in titles, and how many works of two windows have each.
//
// "world model" is news where "world" and "model" are none. A phrase neither begins nor ends with a function
// word, and has none inside but "of", "in", "to" and numbers ("chain of thought"); nothing but a blank or a
// hyphen is between its words; words of one stem are one word. Runs of ideographs are left out: the index has
// their pairs already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/stemmer.h"

namespace broadsheet {

// English words that say nothing alone, such as "of" and "towards". Requires: folded. Cost: O(1).
bool is_function_word(std::string_view word);

class TitlePhrases {
 public:
  static constexpr size_t kMostPhraseWords = 3;

  struct Phrase {
    std::vector<std::string> stems;
    std::string text;  // folded, as the first title that was counted writes it
    uint32_t before = 0;
    uint32_t after = 0;
    uint32_t last_work = 0;  // one more than the number of the last work that has it
  };

  // Counts the title of the next work. Cost: O(title).
  void count(std::string_view title, bool is_new);

  // In the order of first occurrence.
  const std::vector<Phrase>& all() const { return phrases_; }

  // Calls visit(index in all()) for each phrase of a title that was counted, once for each place. Cost:
  // O(title).
  template <typename Visit>
  void for_each_in(std::string_view title, Visit&& visit) {
    read(title);
    for (const Run& run : runs_) {
      if (const auto found = places_.find(key_of(run)); found != places_.end()) visit(found->second);
    }
  }

 private:
  struct Word {
    std::string stem;
    std::string text;  // folded
    uint32_t begin;
    uint32_t end;
    bool is_function_word;
    bool joins;  // of function words: a phrase may have it inside
  };
  struct Run {
    size_t first;
    size_t words;
  };
  void read(std::string_view title);
  std::string key_of(const Run& run) const;

  Stemmer stemmer_;
  std::vector<Word> words_;
  std::vector<Run> runs_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, uint32_t> places_;  // by key_of()
  uint32_t works_ = 0;
};

}  // namespace broadsheet
