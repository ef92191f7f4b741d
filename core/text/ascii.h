// ascii.h: kinds of ASCII characters. No byte of a longer UTF-8 sequence is one.
#pragma once

namespace broadsheet {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace broadsheet
