// saver_binding.h: a library's bytes a few at a time, so that the caller can answer searches while writing
// them.
#pragma once

#include <memory>

#include "bindings/library_binding.h"
#include "core/snapshot/snapshot.h"

namespace broadsheet::bindings {

class SaverBinding {
 public:
  explicit SaverBinding(LibraryBinding& library);

  double size() const { return static_cast<double>(snapshot_.size()); }
  // The next bytes, at most `most`, in the module's own memory: copy them before the next call. Empty at the
  // end, and always once the library has changed: what was written by then is not a saved library.
  Bytes next(uint32_t most);

 private:
  Snapshot snapshot_;
  std::weak_ptr<const bool> alive_;
  size_t piece_ = 0;
  size_t offset_ = 0;  // in the piece
};

}  // namespace broadsheet::bindings
