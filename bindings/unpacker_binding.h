// unpacker_binding.h: the files inside a gzip or a zip, for the page's worker.
#pragma once

#include <string>

#include "bindings/text_decoder.h"
#include "bindings/values.h"
#include "core/container/unpacker.h"

namespace broadsheet::bindings {

// No method throws.
class UnpackerBinding {
 public:
  UnpackerBinding(const std::string& name, const Bytes& bytes)
      : unpacker_(name, to_string(bytes), decode_with_text_decoder) {}

  UnpackedFileValue next();

 private:
  Unpacker unpacker_;
};

}  // namespace broadsheet::bindings
