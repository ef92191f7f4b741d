#include "core/text/tokenizer.h"

#include <array>

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

}  // namespace

const std::array<unsigned char, 256> kAsciiFold = make_ascii_fold();

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

void tokenize(std::string_view text, void* context, void (*on_token)(void* context, const Token& token)) {
  const auto emit = [&](const Token& token) { on_token(context, token); };
  tokenize_runs(text, emit, [&](size_t begin, size_t end, bool glued) {
    for (size_t i = begin; i < end; i += 3)
      emit({text.substr(i, 3), static_cast<uint32_t>(i), static_cast<uint32_t>(i + 3), true,
            glued || i > begin});
  });
}

}  // namespace broadsheet::internal
