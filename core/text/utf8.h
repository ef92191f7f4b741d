// utf8.h: repairs and decodes UTF-8.
//
// repair_utf8 runs once over every file; all code after it may rely on valid UTF-8 and use the unchecked
// functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

struct Utf8Repair {
  size_t replaced = 0;      // how many U+FFFD were inserted
  size_t first_offset = 0;  // byte offset of the first one in the input; 0 if there is none
};

// Replaces every maximal ill-formed subpart by U+FFFD, in place, as the Unicode Standard (chapter 3.9,
// "U+FFFD substitution of maximal subparts") and browsers do. Cost: O(text).
Utf8Repair repair_utf8(std::string& text);

// Whether the text is valid UTF-8. Cost: O(text).
bool is_utf8(std::string_view text);

struct CodePoint {
  uint32_t value;
  uint32_t length;  // bytes, 1 to 4
};

// The code point at `offset`. Requires: valid UTF-8, offset < text.size(), on a code point.
inline CodePoint decode_utf8(std::string_view text, size_t offset) {
  const auto byte = [&](size_t i) {
    return static_cast<uint32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

inline bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void append_utf8(uint32_t code_point, std::string& out);

// Converts ascending byte offsets of one text to UTF-16 offsets. Cost: O(text) over all calls.
class Utf16Cursor {
 public:
  explicit Utf16Cursor(std::string_view text) : text_(text) {}

  // Requires: valid UTF-8; byte_offset on a code point and not before that of the last call.
  uint32_t offset_of(size_t byte_offset);

 private:
  std::string_view text_;
  size_t byte_offset_ = 0;
  uint32_t utf16_offset_ = 0;
};

// The byte offset of a UTF-16 offset; the text's size if it is past the end. Cost: O(text).
size_t byte_offset_of_utf16(std::string_view text, uint32_t utf16_offset);

}  // namespace broadsheet
