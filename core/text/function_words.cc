#include "core/text/function_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace broadsheet {
namespace {

// The letters of a word of at most eight as one number, the first one lowest: compressors know such words.
constexpr uint64_t packed(std::string_view word) {
  uint64_t letters = 0;
  for (size_t i = 0; i < word.size(); ++i)
    letters |= uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return letters;
}

constexpr std::array<uint64_t, 58> kFunctionWords = [] {
  std::array<uint64_t, 58> words = {
      packed("a"),      packed("about"),   packed("across"),  packed("after"), packed("all"),
      packed("an"),     packed("and"),     packed("are"),     packed("as"),    packed("at"),
      packed("be"),     packed("before"),  packed("beyond"),  packed("by"),    packed("can"),
      packed("do"),     packed("does"),    packed("for"),     packed("from"),  packed("how"),
      packed("in"),     packed("into"),    packed("is"),      packed("it"),    packed("its"),
      packed("more"),   packed("new"),     packed("no"),      packed("not"),   packed("of"),
      packed("on"),     packed("one"),     packed("or"),      packed("our"),   packed("over"),
      packed("should"), packed("that"),    packed("the"),     packed("their"), packed("through"),
      packed("to"),     packed("toward"),  packed("towards"), packed("under"), packed("using"),
      packed("via"),    packed("we"),      packed("what"),    packed("when"),  packed("where"),
      packed("which"),  packed("while"),   packed("who"),     packed("why"),   packed("with"),
      packed("within"), packed("without"), packed("you")};
  std::sort(words.begin(), words.end());
  return words;
}();

// For each first letter the lengths of its words, a bit each: few other words get past it.
constexpr std::array<uint8_t, 256> kLengths = [] {
  std::array<uint8_t, 256> lengths{};
  for (const uint64_t word : kFunctionWords) {
    const auto length = (std::bit_width(word) + 7) / 8;
    lengths[word & 0xFF] = static_cast<uint8_t>(lengths[word & 0xFF] | 1 << length);
  }
  return lengths;
}();

}  // namespace

bool is_function_word(std::string_view word) {
  return !word.empty() && word.size() < sizeof(uint64_t) &&
         (kLengths[static_cast<unsigned char>(word[0])] >> word.size() & 1) != 0 &&
         std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), packed(word));
}

}  // namespace broadsheet
