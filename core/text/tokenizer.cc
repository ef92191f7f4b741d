#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace broadsheet::internal {
namespace {

constexpr auto make_ascii_fold() {
  std::array<unsigned char, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    table[c] = c;
    table[static_cast<size_t>(c - 'a' + 'A')] = c;
  }
  return table;
}

constexpr auto make_after_letters() {
  std::array<AfterLetters, 256> table{};
  for (const unsigned char c : {'.', '\'', '+', '#', '\\', '{', '}'}) table[c] = AfterLetters::kMayGoOn;
  for (size_t c = 0x80; c < table.size(); ++c) table[c] = AfterLetters::kMayGoOn;
  table[','] = AfterLetters::kMayGroupDigits;
  return table;
}

}  // namespace

const std::array<unsigned char, 256> kAsciiFold = make_ascii_fold();
const std::array<AfterLetters, 256> kAfterLetters = make_after_letters();

size_t language_sign(std::string_view word, std::string_view text, size_t at) {
  if (word.size() != 1 || word[0] < 'a') return 0;
  const size_t size = text.substr(at).starts_with("++") && word[0] == 'c'                       ? 2
                      : text[at] == '#' && (word[0] == 'c' || word[0] == 'f' || word[0] == 'j') ? 1
                                                                                                : 0;
  const size_t end = at + size;
  if (size == 0 || end == text.size()) return size;
  const auto next = static_cast<unsigned char>(text[end]);
  return kAsciiFold[next] != 0 || next == '+' || next == '#' ? 0 : size;
}

std::string_view spelt_out(std::string_view word) {
  constexpr std::string_view kNames[] = {"alpha",   "beta", "gamma", "delta",  "epsilon", "zeta", "eta",
                                         "theta",   "iota", "kappa", "lambda", "mu",      "nu",   "xi",
                                         "omicron", "pi",   "rho",   "sigma",  "sigma",   "tau",  "upsilon",
                                         "phi",     "chi",  "psi",   "omega"};
  constexpr uint32_t kAlpha = 0x3B1;
  if (word.size() != 2 || static_cast<unsigned char>(word[0]) < 0xCE) return word;
  const uint32_t letter = decode_utf8(word, 0).value;
  return letter < kAlpha || letter - kAlpha >= std::size(kNames) ? word : kNames[letter - kAlpha];
}

bool groups_digits(std::string_view word, std::string_view text, size_t at) {
  constexpr size_t kGroup = 3;
  const auto is_letter_or_digit = [&](size_t i) {
    return i < text.size() && kAsciiFold[static_cast<unsigned char>(text[i])] != 0;
  };
  if (word.empty() || !std::all_of(word.begin(), word.end(), is_ascii_digit)) return false;
  // The first group has one to three digits, and a comma after each further group.
  const bool is_first = word.size() <= kGroup && word[0] != '0';
  if (!is_first && (at < kGroup + 1 || text[at - kGroup - 1] != ',')) return false;
  for (size_t i = at + 1; i <= at + kGroup; ++i) {
    if (i >= text.size() || !is_ascii_digit(text[i])) return false;
  }
  return !is_letter_or_digit(at + kGroup + 1);
}

size_t voicing_mark(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const std::string_view mark = text.substr(at, 3);
  return mark == "\uFF9E" || mark == "\uFF9F" ? 3 : 0;
}

std::string_view voiced(std::string_view kana, std::string_view mark) {
  // Each kana at the same place as its voiced form.
  constexpr std::string_view kVoiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
  constexpr std::string_view kBare = "カキクケコサシスセソタチツテトハヒフヘホ";
  constexpr std::string_view kHalfVoiced = "パピプペポ";
  constexpr std::string_view kHalfBare = "ハヒフヘホ";
  if (kana.size() != 3) return kana;
  const bool is_half = mark == "\uFF9F";
  const std::string_view bare = is_half ? kHalfBare : kBare;
  if (const size_t at = bare.find(kana); at != std::string_view::npos && at % 3 == 0)
    return (is_half ? kHalfVoiced : kVoiced).substr(at, 3);
  return kana == "ウ" && !is_half ? std::string_view("ヴ") : kana;
}

void tokenize(std::string_view text, void* context, OnTokenCall on_token, OnRunCall on_run) {
  const auto emit = [&](const Token& token) { on_token(context, token); };
  tokenize_runs(text, emit, [&](size_t begin, size_t end, bool glued) {
    if (on_run != nullptr) return on_run(context, begin, end, glued);
    for (size_t i = begin; i < end; i += 3)
      emit({text.substr(i, 3), static_cast<uint32_t>(i), static_cast<uint32_t>(i + 3), true,
            glued || i > begin});
  });
}

}  // namespace broadsheet::internal
