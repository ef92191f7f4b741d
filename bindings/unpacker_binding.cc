#include "bindings/unpacker_binding.h"

namespace broadsheet::bindings {

UnpackedFileValue UnpackerBinding::next() {
  const std::optional<UnpackedFile> file = unpacker_.next();
  if (!file) return {false, "", "", "", to_bytes("")};
  if (!file->bytes.ok())
    return {true, file->name, std::string(file->bytes.error().code), file->bytes.error().message,
            to_bytes("")};
  return {true, file->name, "ok", "", to_bytes(file->bytes.value())};
}

}  // namespace broadsheet::bindings
