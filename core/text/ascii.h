// ascii.h: kinds of bytes of UTF-8 text.
#pragma once

namespace broadsheet {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
// A byte of a longer UTF-8 sequence.
constexpr bool is_multibyte(char c) { return static_cast<unsigned char>(c) >= 0x80; }

}  // namespace broadsheet
