// iconv_decoder.h: the system's decoders, in place of a browser's TextDecoder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// A Decoder (core/text/encoding.h). Cost: O(bytes).
std::optional<std::string> decode_with_iconv(std::string_view encoding, std::string_view bytes);

}  // namespace broadsheet
