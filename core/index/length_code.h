// length_code.h: the length of a paper's texts, in one byte.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace broadsheet {

// Sixteen steps per doubling: codes are 4 % apart, too little to move a score visibly. Good up to 65,000
// terms.
inline constexpr float kLengthSteps = 16.0f;

inline uint8_t length_code(uint32_t terms) {
  const float code = std::round(kLengthSteps * std::log2(1.0f + static_cast<float>(terms)));
  return static_cast<uint8_t>(std::min(code, 255.0f));
}

inline float length_of_code(uint8_t code) {
  return std::exp2(static_cast<float>(code) / kLengthSteps) - 1.0f;
}

}  // namespace broadsheet
