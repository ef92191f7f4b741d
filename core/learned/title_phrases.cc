#include "core/learned/title_phrases.h"

#include "core/learned/script.h"
#include "core/text/function_words.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

bool joins_words(std::string_view word) {
  return word == "of" || word == "in" || word == "to" || (word[0] >= '0' && word[0] <= '9');
}

}  // namespace

uint32_t TitlePhrases::word_number(std::string_view folded) {
  if (const auto found = word_numbers_.find(folded); found != word_numbers_.end()) return found->second;
  const std::string_view stem = stemmer_.stem(folded);
  const auto [of_stem, is_new] = stem_numbers_.emplace(stem, static_cast<uint32_t>(stems_.size()));
  if (is_new) stems_.emplace_back(stem);
  const auto number = static_cast<uint32_t>(words_.size());
  words_.push_back({std::string(folded), of_stem->second,
                    !is_telling(folded) || is_function_word(folded) || of_stem->second >= kMostStems,
                    joins_words(folded)});
  word_numbers_.emplace(folded, number);
  return number;
}

uint32_t TitlePhrases::phrase_number(std::span<const Place> places) {
  uint64_t key = 0;
  for (const Place& place : places) key = key << 21 | words_[place.word].stem;
  // A pair is no triple whose first stem is number 0.
  key |= uint64_t{places.size() == 2} << 63;
  const auto [number, is_new] = numbers_.emplace(key, static_cast<uint32_t>(phrases_.size()));
  if (!is_new) return number->second;
  Phrase& phrase = phrases_.emplace_back();
  for (const Place& place : places) phrase.written[phrase.words++] = place.word;
  return number->second;
}

std::string TitlePhrases::text(uint32_t phrase) const {
  std::string text;
  for (uint32_t i = 0; i < phrases_[phrase].words; ++i)
    text.append(i > 0 ? " " : "").append(words_[phrases_[phrase].written[i]].text);
  return text;
}

void TitlePhrases::count(std::string_view title, bool is_new) {
  places_.clear();
  tokenize(title, [&](const Token& token) {
    // An ideograph is a gap: its neighbours do not follow each other.
    if (!token.ideograph) places_.push_back({word_number(token.folded), token.begin, token.end});
  });
  const auto word = [&](size_t i) -> const WrittenWord& { return words_[places_[i].word]; };
  const auto follows = [&](size_t i) {
    const std::string_view gap = title.substr(places_[i - 1].end, places_[i].begin - places_[i - 1].end);
    return gap == " " || gap == "-";
  };
  const auto work = static_cast<uint32_t>(work_ends_.size());
  for (size_t first = 0; first < places_.size(); ++first) {
    if (word(first).is_function_word) continue;
    for (size_t last = first + 1; last < places_.size() && last - first < kMostPhraseWords && follows(last);
         ++last) {
      if (word(last).is_function_word && !word(last).joins) break;
      if (word(last).is_function_word) continue;
      const uint32_t number = phrase_number(std::span(places_).subspan(first, last - first + 1));
      Phrase& phrase = phrases_[number];
      if (phrase.last_work == work) continue;
      phrase.last_work = work;
      ++(is_new ? phrase.after : phrase.before);
      of_works_.push_back(number);
    }
  }
  work_ends_.push_back(static_cast<uint32_t>(of_works_.size()));
}

}  // namespace broadsheet
