#include "bindings/saver_binding.h"

#include <algorithm>

namespace broadsheet::bindings {

SaverBinding::SaverBinding(LibraryBinding& library) : snapshot_(library.library_), alive_(library.alive_) {}

Bytes SaverBinding::next(uint32_t most) {
  ByteSpan part;
  if (!alive_.expired()) {
    const auto& pieces = snapshot_.pieces();
    while (piece_ < pieces.size() && offset_ == pieces[piece_].size()) {
      ++piece_;
      offset_ = 0;
    }
    if (piece_ < pieces.size()) {
      part = pieces[piece_].subspan(offset_, std::min<size_t>(most, pieces[piece_].size() - offset_));
      offset_ += part.size();
    }
  }
  return Bytes(emscripten::val(emscripten::typed_memory_view(part.size(), part.data())));
}

}  // namespace broadsheet::bindings
