// saver_binding.h: a library's bytes a few at a time, so that whoever writes them can answer searches in
// between.
#pragma once

#include <memory>

#include "bindings/library_binding.h"
#include "core/library/snapshot.h"

namespace broadsheet::bindings {

class SaverBinding {
 public:
  explicit SaverBinding(LibraryBinding& library);

  double size() const { return static_cast<double>(snapshot_.size()); }
  // The next bytes, at most so many, in the module's own memory: to be copied before the next call. Empty at
  // the end, and for good once the library has changed: what was written until then is no saved library.
  Bytes next(uint32_t most);

 private:
  Snapshot snapshot_;
  std::weak_ptr<const bool> alive_;
  size_t piece_ = 0;
  size_t offset_ = 0;  // in the piece
};

}  // namespace broadsheet::bindings
