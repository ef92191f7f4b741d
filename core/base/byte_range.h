// byte_range.h: a part of a text.
#pragma once

#include <cstdint>

namespace broadsheet {

// Bytes, half-open.
struct ByteRange {
  uint32_t begin;
  uint32_t end;

  bool operator==(const ByteRange&) const = default;
};

}  // namespace broadsheet
