// container_kind.h: whether bytes are a plain file or a container of files.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

enum class ContainerKind : uint8_t { kNone, kGzip, kZip };

// Decided by the first bytes, never by a name.
ContainerKind container_kind_of(std::string_view bytes);

}  // namespace broadsheet
