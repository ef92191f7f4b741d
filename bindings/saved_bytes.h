// saved_bytes.h: memory in the module for a saved library, filled from JavaScript: all at once, or the texts
// later, digest by digest as they are read.
#pragma once

#include <cstdint>
#include <memory>
#include <new>

#include "bindings/values.h"
#include "core/snapshot/snapshot.h"

namespace broadsheet::bindings {

// Bytes go straight from where they are stored to where the library reads them, without another copy.
class SavedBytes {
 public:
  // Empty if the memory cannot be allocated or the size is not valid.
  explicit SavedBytes(double size)
      : size_(size >= 0 && size < kMost ? static_cast<size_t>(size) : 0),
        bytes_(new (std::nothrow) uint8_t[size_]) {
    if (!bytes_) size_ = 0;
  }

  // The memory for bytes [offset, offset + size), clipped to what exists. Valid until the module's memory
  // grows.
  Bytes room(double offset, double size) {
    const size_t first =
        offset >= 0 && offset < static_cast<double>(size_) ? static_cast<size_t>(offset) : size_;
    const size_t left = size_ - first;
    const size_t count = size >= 0 && size < static_cast<double>(left) ? static_cast<size_t>(size) : left;
    return Bytes(emscripten::val(emscripten::typed_memory_view(count, bytes_.get() + first)));
  }

  // How many bytes must be there to open it with late texts, once its header is there: see
  // core/snapshot/snapshot.h.
  double bytes_before_texts() const { return static_cast<double>(broadsheet::bytes_before_texts(bytes())); }

  std::span<uint8_t> bytes() const { return {bytes_.get(), size_}; }
  std::shared_ptr<const void> owner() const { return bytes_; }

 private:
  static constexpr double kMost = 4294967296.0;

  size_t size_;
  std::shared_ptr<uint8_t[]> bytes_;
};

}  // namespace broadsheet::bindings
