// tex_words.h: what TeX's commands and braces do to the words around them, so that what is searched is what
// is shown: an accent is a letter (`Schr\"odinger`), a font command and its braces are nothing
// (`\textsc{Tea}Bench`), and anything else ends a word, as its backslash or brace does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

// What can begin such a thing.
constexpr bool is_tex_sign(char c) { return c == '\\' || c == '{' || c == '}'; }

struct TexStep {
  enum class Kind : uint8_t {
    kEndsWord,  // is read as written
    kLetter,
    kNothing,  // is not shown
  };
  Kind kind;
  size_t end;               // where the text goes on
  std::string_view letter;  // kLetter: folded; a view into the text or static
};

class TexWords {
 public:
  // What is at the sign at `at`. If a word ends there (`in_word`), all that is not shown up to the next
  // letter is taken at once, and it is kNothing only if the word goes on after it. Requires:
  // is_tex_sign(text[at]); called for the signs of one text in order. Cost: O(bytes up to `end`), and as much
  // again where a word ends.
  TexStep read(std::string_view text, size_t at, bool in_word);

 private:
  // For each open brace, whether it is shown. Braces deeper than 64 are.
  class Groups {
   public:
    void open(bool hidden);
    bool close();  // whether that group was hidden

   private:
    uint64_t hidden_ = 0;  // a bit for each of the first 64
    size_t depth_ = 0;
  };
  static TexStep read_one(std::string_view text, size_t at, Groups& groups);
  static TexStep read_command(std::string_view text, size_t at, Groups& groups);
  static bool is_group(std::string_view inside);

  Groups groups_;
};

// What is shown of a text: `M\"uller` is `Müller`. Requires: valid UTF-8. Cost: O(text).
std::string shown_text(std::string_view text);

// fold() of what is shown of a text: `M\"uller` is `muller`. Requires: valid UTF-8. Cost: O(text).
std::string fold_shown(std::string_view text);

}  // namespace broadsheet
