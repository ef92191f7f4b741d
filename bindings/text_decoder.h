// text_decoder.h: the browser's decoders for the core.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::bindings {

// A Decoder (core/text/encoding.h): TextDecoder, which replaces ill-formed bytes with U+FFFD. A strict one
// would throw. Cost: O(bytes).
std::string decode_with_text_decoder(std::string_view encoding, std::string_view bytes);

}  // namespace broadsheet::bindings
