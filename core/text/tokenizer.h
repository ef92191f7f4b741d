// tokenizer.h: cuts text into the tokens that are indexed, searched and highlighted.
//
// A word is a run of letters and digits (`llama`, `7b`, `gpt4`). A dot between two digits belongs to it
// (`1.25`, `2601.07839`); a possessive 's does not, nor a comma that groups a number's digits (`12,345` is
// `12345`). A Greek letter alone is its name: `τ-bench` and `$\tau$-bench` are `tau` and `bench`. TeX's
// accents and font commands are read as they are shown: `Schr\"odinger`, `\textsc{Tea}Bench` (tex_words.h).
// Every ideograph (Han, kana, Hangul) is its own token; `glued` means that it follows another one without a
// gap, so that callers can form pairs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/tex_words.h"
#include "core/text/utf8.h"

namespace broadsheet {

struct Token {
  std::string_view
      folded;      // a view into the text if folding changes nothing; else valid until the next token
  uint32_t begin;  // bytes in the source, half-open, on code points
  uint32_t end;
  bool ideograph;
  bool glued;               // ideographs only
  bool is_letters = false;  // ASCII letters alone; false also if not checked
};

// Longer words are cut here: nobody types them, and terms need a maximum length.
inline constexpr size_t kMaxTokenBytes = 64;

namespace internal {

// For ASCII: 0 for a separator, else the folded letter or digit. 0 for all other bytes.
extern const std::array<unsigned char, 256> kAsciiFold;
// What a byte after ASCII letters and digits does to their word.
enum class AfterLetters : uint8_t { kEnds, kMayGoOn, kMayGroupDigits };
extern const std::array<AfterLetters, 256> kAfterLetters;
// C++, C#: how many bytes at `at` complete the name of a programming language; 0 if none do.
size_t language_sign(std::string_view word, std::string_view text, size_t at);
// The name of the Greek letter that all of `word` is, else `word`. Requires: folded.
std::string_view spelt_out(std::string_view word);
// Whether a comma at `at` is between groups of digits, of which `word` is the first or all before.
bool groups_digits(std::string_view word, std::string_view text, size_t at);
// How many bytes at `at` are a half-width mark that voices the kana before; 0 if none are.
size_t voicing_mark(std::string_view text, size_t at);
// The kana with that mark (`カ` and `ﾞ`: `ガ`), for good; the kana itself if it is never voiced so.
std::string_view voiced(std::string_view kana, std::string_view mark);

// The word being read, cut at kMaxTokenBytes but never inside a code point.
class WordBuffer {
 public:
  bool empty() const { return size_ == 0; }
  char back() const { return bytes_[size_ - 1]; }
  std::string_view view() const { return {bytes_.data(), size_}; }
  void clear() {
    size_ = 0;
    full_ = false;
  }
  void push(char c) {
    if (size_ < bytes_.size() && !full_) bytes_[size_++] = c;
  }
  void append(std::string_view piece) {
    full_ = full_ || size_ + piece.size() > bytes_.size();
    if (full_) return;
    for (const char c : piece) bytes_[size_++] = c;  // one code point: too short to be worth a call
  }

 private:
  std::array<char, kMaxTokenBytes> bytes_;
  size_t size_ = 0;
  bool full_ = false;
};

}  // namespace internal

// Calls on_token(const Token&) for every token in order, except that a run of ideographs that fold to
// themselves, three bytes each, goes to on_run(begin, end, glued); `glued` is for its first. Requires: valid
// UTF-8. Cost: O(text).
template <typename OnToken, typename OnRun>
void tokenize_runs(std::string_view text, OnToken&& on_token, OnRun&& on_run) {
  internal::WordBuffer word;
  TexWords tex;
  size_t word_begin = 0;
  size_t last_ideograph_end = SIZE_MAX;
  const auto flush = [&](size_t end) {
    if (word.empty()) return;
    on_token(Token{internal::spelt_out(word.view()), static_cast<uint32_t>(word_begin),
                   static_cast<uint32_t>(end), false, false});
    word.clear();
  };
  const auto put = [&](std::string_view bytes, size_t at) {
    if (word.empty()) word_begin = at;
    word.append(bytes);
  };
  // `model's`, `model’s`: the word ends before the possessive. Returns the bytes to skip, 0 if there is none.
  const auto possessive = [&](size_t at, size_t apostrophe_bytes) -> size_t {
    const size_t s = at + apostrophe_bytes;
    if (word.empty() || s >= text.size() || (text[s] | 0x20) != 's') return 0;
    if (s + 1 < text.size()) {
      const CodePoint next = decode_utf8(text, s + 1);
      const CharClass next_class = fold_char(next.value).char_class;
      if (next_class == CharClass::kLetter || next_class == CharClass::kDigit) return 0;
    }
    return apostrophe_bytes + 1;
  };
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const unsigned char folded = internal::kAsciiFold[byte];
      if (folded != 0 && word.empty()) {
        // Most words are ASCII, and most of those are lower case and need no buffer.
        constexpr uint32_t kLetterBit = 0x40;  // no digit has it
        uint32_t changes = 0;
        uint32_t common_bits = kLetterBit;
        size_t end = i;
        for (; end < text.size(); ++end) {
          const auto next = static_cast<unsigned char>(text[end]);
          const uint32_t folded_next = internal::kAsciiFold[next];
          if (folded_next == 0) break;
          changes |= next ^ folded_next;
          common_bits &= folded_next;
        }
        const internal::AfterLetters after =
            end < text.size() ? internal::kAfterLetters[static_cast<unsigned char>(text[end])]
                              : internal::AfterLetters::kEnds;
        const bool goes_on = after == internal::AfterLetters::kMayGoOn ||
                             (after == internal::AfterLetters::kMayGroupDigits && common_bits == 0);
        if (changes == 0 && !goes_on && end - i <= kMaxTokenBytes) {
          on_token(Token{text.substr(i, end - i), static_cast<uint32_t>(i), static_cast<uint32_t>(end), false,
                         false, common_bits != 0});
        } else {
          word_begin = i;
          for (size_t at = i; at < end; ++at)
            word.push(static_cast<char>(internal::kAsciiFold[static_cast<unsigned char>(text[at])]));
          if (!goes_on) flush(end);
        }
        i = end;
      } else if (folded != 0) {
        if (word.empty()) word_begin = i;
        word.push(static_cast<char>(folded));
        ++i;
      } else if (byte == '.' && !word.empty() && is_ascii_digit(word.back()) && i + 1 < text.size() &&
                 is_ascii_digit(text[i + 1])) {
        word.push('.');
        ++i;
      } else if (byte == ',' && internal::groups_digits(word.view(), text, i)) {
        ++i;
      } else if (byte > 'Z' && is_tex_sign(text[i])) {
        // No command's name goes on: `\log\textsc{tea}` is two words.
        if (!word.empty() && word_begin > 0 && text[word_begin - 1] == '\\') flush(i);
        const TexStep step = tex.read(text, i, !word.empty());
        if (step.kind == TexStep::Kind::kLetter) put(step.letter, i);
        if (step.kind == TexStep::Kind::kEndsWord) flush(i);
        i = step.end;
      } else if (const size_t sign = internal::language_sign(word.view(), text, i); sign > 0) {
        for (size_t n = 0; n < sign; ++n) word.push(text[i + n]);
        flush(i + sign);
        i += sign;
      } else {
        const size_t skip = byte == '\'' ? possessive(i, 1) : 0;
        flush(i);
        i += skip > 0 ? skip : 1;
      }
      continue;
    }
    if (const size_t run_end = end_of_plain_ideographs(text, i); run_end > i) {
      flush(i);
      on_run(i, run_end, i == last_ideograph_end);
      last_ideograph_end = i = run_end;
      continue;
    }
    const CodePoint code_point = decode_utf8(text, i);
    const FoldedChar c = fold_char(code_point.value);
    const size_t end = i + code_point.length;
    const std::string_view bytes = c.changed ? c.bytes : text.substr(i, code_point.length);
    size_t mark = 0;
    switch (c.char_class) {
      case CharClass::kLetter:
      case CharClass::kDigit:
        if (!bytes.empty()) put(bytes, i);  // a lone combining mark neither starts nor ends a word
        break;
      case CharClass::kIdeograph:
        flush(i);
        mark = internal::voicing_mark(text, end);
        on_token(Token{mark > 0 ? internal::voiced(bytes, text.substr(end, mark)) : bytes,
                       static_cast<uint32_t>(i), static_cast<uint32_t>(end + mark), true,
                       i == last_ideograph_end});
        last_ideograph_end = end + mark;
        break;
      case CharClass::kSeparator: {
        constexpr uint32_t kRightQuote = 0x2019;
        const size_t skip = code_point.value == kRightQuote ? possessive(i, code_point.length) : 0;
        flush(i);
        i += skip > 0 ? skip - code_point.length : 0;
        i += code_point.length;
        continue;
      }
    }
    i = end + mark;
  }
  flush(text.size());
}

namespace internal {
using OnTokenCall = void (*)(void* context, const Token& token);
using OnRunCall = void (*)(void* context, size_t begin, size_t end, bool glued);
// As tokenize_runs(); without `on_run` each ideograph of a run is a token.
void tokenize(std::string_view text, void* context, OnTokenCall on_token, OnRunCall on_run = nullptr);
}  // namespace internal

// Calls on_token(const Token&) for every token in order. Requires: valid UTF-8. Cost: O(text). Each token
// takes a function call, so that the module holds the code only once.
template <typename OnToken>
void tokenize(std::string_view text, OnToken on_token) {
  internal::tokenize(text, &on_token,
                     [](void* context, const Token& token) { (*static_cast<OnToken*>(context))(token); });
}

}  // namespace broadsheet
