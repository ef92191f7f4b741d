#include "core/base/find_byte.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace broadsheet {
namespace {

// Neighbours of the wanted byte, and bytes with the high bit, could confuse the search of eight bytes at a
// time.
TEST(FindByte, FindsWhatAStringViewFinds) {
  std::mt19937 random(3);
  const std::string alphabet = {'\n', '\v', '\t', '\x8A', '\x8B', '\0', '\x01', '\x80', '\xFF', 'a'};
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 40, '\0');
    for (char& byte : text) byte = alphabet[random() % alphabet.size()];
    const char wanted = alphabet[random() % alphabet.size()];
    for (size_t from = 0; from <= text.size() + 1; ++from)
      EXPECT_EQ(find_byte(text, wanted, from), std::string_view(text).find(wanted, from)) << text << from;
  }
}

}  // namespace
}  // namespace broadsheet
