#include "core/learned/whole_words.h"

#include <algorithm>
#include <map>

#include "core/text/fold.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

bool is_ideograph(std::string_view character) {
  return !character.empty() && fold_char(decode_utf8(character, 0).value).char_class == CharClass::kIdeograph;
}

std::string_view character_before(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0 && at - begin < 4) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) break;
  }
  return text.substr(begin, at - begin);
}

std::string_view character_after(std::string_view text, size_t at) {
  return at < text.size() ? text.substr(at, decode_utf8(text, at).length) : std::string_view();
}

// The ideograph that is at one side of the word at most of its places, or nothing.
template <typename Neighbour>
std::string_view usual_neighbour(std::string_view word, const std::vector<std::string_view>& texts,
                                 Neighbour&& neighbour) {
  std::map<std::string_view, size_t> places;
  size_t all = 0;
  for (const std::string_view text : texts) {
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      ++all;
      const std::string_view character = neighbour(text, at);
      if (is_ideograph(character)) ++places[character];
    }
  }
  for (const auto& [character, count] : places) {
    if (count >= kFewestPlaces && static_cast<double>(count) >= kWordShare * static_cast<double>(all))
      return character;
  }
  return {};
}

}  // namespace

std::string ideograph_word(std::string_view pair, const std::vector<std::string_view>& texts) {
  std::string word(pair);
  for (size_t length = 2; length < kMostIdeographs; ++length) {
    const std::string_view after = usual_neighbour(word, texts, [&](std::string_view text, size_t at) {
      return character_after(text, at + word.size());
    });
    if (!after.empty()) {
      word.append(after);
      continue;
    }
    const std::string_view before = usual_neighbour(
        word, texts, [&](std::string_view text, size_t at) { return character_before(text, at); });
    if (before.empty()) break;
    word.insert(0, before);
  }
  return word;
}

std::string compound_as_written(std::string_view term, const std::vector<std::string_view>& texts) {
  constexpr size_t kMostParts = 4;
  for (const std::string_view text : texts) {
    std::vector<std::string> words;
    bool is_word = false;
    std::string compound;
    tokenize(text, [&](const Token& token) {
      is_word = is_word || token.folded == term;
      words.emplace_back(token.folded);
      std::string joined;
      std::string hyphened;
      for (size_t parts = 1; parts <= std::min(kMostParts, words.size()) && joined.size() < term.size();
           ++parts) {
        const std::string& first = words[words.size() - parts];
        joined.insert(0, first);
        hyphened.insert(0, parts == 1 ? first : first + "-");
      }
      if (compound.empty() && joined == term) compound = std::move(hyphened);
    });
    if (is_word) break;
    if (!compound.empty()) return compound;
  }
  return std::string(term);
}

}  // namespace broadsheet
