// encoding_fit.h: how much a decoded text reads like one that somebody wrote.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

enum class Writing : uint8_t { kWestern, kLatin, kCyrillic, kChinese, kJapanese, kKorean };

struct EncodingFit {
  double share = 0;           // of the characters outside ASCII, the share that belongs there, 0 to 1
  size_t letters = 0;         // different letters, ideographs and syllables among those that belong
  bool has_hiragana = false;  // at least one in six of these characters, as in any Japanese sentence
};

// Which characters belong in a text depends on its writing.
// Chinese, Japanese, Korean: those that such texts use often. A wrong encoding yields mostly the thousands
// that they seldom use.
// Western: letters with the neighbours they have in the languages windows-1252 was made for, and signs
// outside words. Texts in Central European languages, in Turkish, or in other alphabets fit badly.
// Latin: any letters of Europe, with capitals and signs where a text has them. Cyrillic: likewise.
// Requires: valid UTF-8. Cost: O(text).
EncodingFit fit_of(std::string_view text, Writing writing);

}  // namespace broadsheet
