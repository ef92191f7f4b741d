#include "core/learned/title_phrases.h"

#include <algorithm>
#include <array>

#include "core/learned/script.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 58> kFunctionWords = {
    "a",     "about",  "across", "after", "all",    "an",      "and",     "are",  "as",    "at",
    "be",    "before", "beyond", "by",    "can",    "do",      "does",    "for",  "from",  "how",
    "in",    "into",   "is",     "it",    "its",    "more",    "new",     "no",   "not",   "of",
    "on",    "one",    "or",     "our",   "over",   "should",  "that",    "the",  "their", "through",
    "to",    "toward", "under",  "using", "via",    "we",      "what",    "when", "where", "which",
    "while", "who",    "why",    "with",  "within", "without", "towards", "you"};

bool joins_words(std::string_view word) {
  return word == "of" || word == "in" || word == "to" || (word[0] >= '0' && word[0] <= '9');
}

}  // namespace

bool is_function_word(std::string_view word) {
  return std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
}

void TitlePhrases::read(std::string_view title) {
  words_.clear();
  runs_.clear();
  tokenize(title, [&](const Token& token) {
    // An ideograph is a gap: its neighbours do not follow each other.
    if (token.ideograph) return;
    words_.push_back({std::string(stemmer_.stem(token.folded)), std::string(token.folded), token.begin,
                      token.end, !is_telling(token.folded) || is_function_word(token.folded),
                      joins_words(token.folded)});
  });
  const auto follows = [&](size_t i) {
    const std::string_view gap = title.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
    return gap == " " || gap == "-";
  };
  for (size_t first = 0; first < words_.size(); ++first) {
    if (words_[first].is_function_word) continue;
    for (size_t last = first + 1; last < words_.size() && last - first < kMostPhraseWords && follows(last);
         ++last) {
      if (words_[last].is_function_word && !words_[last].joins) break;
      if (!words_[last].is_function_word) runs_.push_back({first, last - first + 1});
    }
  }
}

std::string TitlePhrases::key_of(const Run& run) const {
  std::string key;
  for (size_t i = 0; i < run.words; ++i) key.append(words_[run.first + i].stem).push_back(' ');
  return key;
}

void TitlePhrases::count(std::string_view title, bool is_new) {
  ++works_;
  read(title);
  for (const Run& run : runs_) {
    const auto [place, is_first] = places_.emplace(key_of(run), static_cast<uint32_t>(phrases_.size()));
    if (is_first) {
      Phrase& phrase = phrases_.emplace_back();
      for (size_t i = 0; i < run.words; ++i) {
        const Word& word = words_[run.first + i];
        phrase.stems.push_back(word.stem);
        if (i > 0) phrase.text.push_back(' ');
        phrase.text.append(word.text);
      }
    }
    Phrase& phrase = phrases_[place->second];
    if (phrase.last_work == works_) continue;
    phrase.last_work = works_;
    ++(is_new ? phrase.after : phrase.before);
  }
}

}  // namespace broadsheet
