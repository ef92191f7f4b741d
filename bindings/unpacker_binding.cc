#include "bindings/unpacker_binding.h"

namespace broadsheet::bindings {

UnpackedFileValue UnpackerBinding::next() {
  const std::optional<UnpackedFile> file = unpacker_.next();
  if (!file)
    return {.found = false, .name = "", .code = "", .message = "", .bytes = to_bytes(""), .share = 1};
  UnpackedFileValue value{.found = true,
                          .name = file->name,
                          .code = "ok",
                          .message = "",
                          .bytes = {},
                          .share = unpacker_.share()};
  if (file->bytes.ok()) {
    value.bytes = to_bytes(file->bytes.value());
  } else {
    value.code = name_of(file->bytes.error().code);
    value.message = file->bytes.error().message;
    value.bytes = to_bytes("");
  }
  return value;
}

}  // namespace broadsheet::bindings
