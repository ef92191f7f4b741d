#include "core/text/tokenizer.h"

#include <array>

namespace broadsheet::internal {
namespace {

constexpr auto make_ascii_fold() {
  std::array<unsigned char, 128> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    table[c] = c;
    table[static_cast<size_t>(c - 'a' + 'A')] = c;
  }
  return table;
}

}  // namespace

const std::array<unsigned char, 128> kAsciiFold = make_ascii_fold();

}  // namespace broadsheet::internal
