// saved_bytes.h: room in the module's memory for a saved library, filled from JavaScript: at once, or the
// texts later, each digest's when somebody reads in it.
#pragma once

#include <cstdint>
#include <memory>
#include <new>

#include "bindings/values.h"
#include "core/library/snapshot.h"

namespace broadsheet::bindings {

// The bytes go from where they are kept straight to where the library reads them; no other copy is made.
class SavedBytes {
 public:
  // Of no size where there is no memory for it, or where it cannot be one.
  explicit SavedBytes(double size)
      : size_(size >= 0 && size < kMost ? static_cast<size_t>(size) : 0),
        bytes_(new (std::nothrow) uint8_t[size_]) {
    if (!bytes_) size_ = 0;
  }

  // Where to put bytes [offset, offset + size), cut to what there is. Valid until the module's memory grows.
  Bytes room(double offset, double size) {
    const size_t first =
        offset >= 0 && offset < static_cast<double>(size_) ? static_cast<size_t>(offset) : size_;
    const size_t left = size_ - first;
    const size_t count = size >= 0 && size < static_cast<double>(left) ? static_cast<size_t>(size) : left;
    return Bytes(emscripten::val(emscripten::typed_memory_view(count, bytes_.get() + first)));
  }

  // How many bytes must be there to open it with late texts, once its header is: see core/library/snapshot.h.
  double bytes_before_texts() const { return static_cast<double>(broadsheet::bytes_before_texts(bytes())); }

  std::span<uint8_t> bytes() const { return {bytes_.get(), size_}; }
  std::shared_ptr<const void> owner() const { return bytes_; }

 private:
  static constexpr double kMost = 4294967296.0;

  size_t size_;
  std::shared_ptr<uint8_t[]> bytes_;
};

}  // namespace broadsheet::bindings
