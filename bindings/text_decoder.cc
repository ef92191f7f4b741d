#include "bindings/text_decoder.h"

#include <emscripten/val.h>

namespace broadsheet::bindings {

using emscripten::val;

std::string decode_with_text_decoder(std::string_view encoding, std::string_view bytes) {
  // Decoding the largest file in one step would make a longer string than some browsers allow.
  constexpr size_t kStep = size_t{256} << 10;
  const val decoder = val::global("TextDecoder").new_(std::string(encoding));
  val go_on = val::object();
  go_on.set("stream", true);
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += kStep) {
    const std::string_view step = bytes.substr(i, kStep);
    text += decoder.call<std::string>("decode", val(emscripten::typed_memory_view(step.size(), step.data())),
                                      go_on);
  }
  return text += decoder.call<std::string>("decode");
}

}  // namespace broadsheet::bindings
