// single_byte.h: one-byte encodings that need no decoder from outside.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The five bytes that windows-1252 leaves undefined become U+FFFD. Cost: O(bytes).
std::string decode_windows_1252(std::string_view bytes);

// The encoding of the first PCs, and so of names in zips that do not state their encoding. Every byte is
// defined. Cost: O(bytes).
std::string decode_cp437(std::string_view bytes);

}  // namespace broadsheet
