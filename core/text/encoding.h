// encoding.h: detects the encoding of bytes and converts them to UTF-8.
//
// Only what is certain is converted: UTF-8, even with a few damaged bytes; UTF-16, by its mark or its shape;
// and, among the one- and two-byte encodings, the one whose text reads far better than all others. If none
// does, nothing is converted, and the encodings that would fit are named.
//
// The decoders of East Asian encodings are supplied from outside: TextDecoder in a browser, iconv in the
// command. The decision is made here, so both open the same files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Returns the bytes in UTF-8, with U+FFFD for ill-formed ones; absent if there is no such decoder. `encoding`
// is a label of the Encoding Standard: "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1250",
// "windows-1251", "koi8-r".
using Decoder = std::function<std::optional<std::string>(std::string_view encoding, std::string_view bytes)>;

struct Encoding {
  bool is_utf8 = true;                       // no byte is ill-formed
  std::string_view converted_from;           // as people know it, "GBK"; empty if nothing was converted
  std::vector<std::string_view> candidates;  // if none is certain, best first, at most three
};

// Converts the bytes in place if their encoding is certain, and drops a byte order mark. Cost: O(bytes) if
// they are UTF-8; else also decoding the first 64 kB of words outside ASCII in each encoding, and the bytes
// once.
Encoding convert_to_utf8(std::string& bytes, const Decoder& decode);

// Decodes the file names of one archive that do not state their encoding. If one is not UTF-8, all are
// decoded in one encoding, since two characters of GBK may look like UTF-8; in CP437 if none fits. Cost: as
// above.
std::vector<std::string> decode_names(std::vector<std::string> names, const Decoder& decode);

}  // namespace broadsheet
