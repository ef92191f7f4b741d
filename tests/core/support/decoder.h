// decoder.h: the product's own decoders: the command's, and in a wasm build the page's.
#pragma once

#ifdef __EMSCRIPTEN__
#include "bindings/text_decoder.h"
#else
#include "cli/iconv_decoder.h"
#endif

namespace broadsheet::testing {

#ifdef __EMSCRIPTEN__
inline constexpr auto* decode = bindings::decode_with_text_decoder;
#else
inline constexpr auto* decode = decode_with_iconv;
#endif

}  // namespace broadsheet::testing
