#include "core/container/container_kind.h"

namespace broadsheet {

ContainerKind container_kind_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x1F\x8B\x08"sv)) return ContainerKind::kGzip;
  // The first entry, or the end of an empty archive.
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return ContainerKind::kZip;
  return ContainerKind::kNone;
}

}  // namespace broadsheet
