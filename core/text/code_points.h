// code_points.h: characters that no text holds on purpose. Many of them mean that a wrong encoding was used.
#pragma once

#include <cstdint>

namespace broadsheet {

// Controls of ISO 6429, surrogates, private use, U+FFFD and noncharacters.
constexpr bool is_impossible(uint32_t code_point) {
  return (code_point >= 0x80 && code_point < 0xA0) || (code_point >= 0xD800 && code_point < 0xF900) ||
         (code_point >= 0xFDD0 && code_point < 0xFDF0) || (code_point & 0xFFFE) == 0xFFFE ||
         code_point == 0xFFFD || code_point >= 0xF0000;
}

}  // namespace broadsheet
