// utf16.h: detects UTF-16 by its byte order mark or its shape, and converts it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

enum class ByteOrder : uint8_t { kLittleEndian, kBigEndian };

// The byte order of a text in UTF-16: by its byte order mark, else by the position of the zero bytes of ASCII
// characters. Absent for anything else, even after a mark. Cost: O(1), the first 4 kB.
std::optional<ByteOrder> utf16_byte_order(std::string_view bytes);

// The text in UTF-8, without a byte order mark. An unpaired surrogate or odd last byte becomes a byte that is
// ill-formed in UTF-8 too, for repair_utf8 to count. Cost: O(bytes).
std::string utf16_to_utf8(std::string_view bytes, ByteOrder order);

}  // namespace broadsheet
