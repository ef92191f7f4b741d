// zip_names.h: a second name that a zip's entry may carry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// The name in UTF-8 from Info-ZIP's field "Unicode Path" (7075), if the field belongs to the name with this
// CRC-32: a tool that renames entries may leave an old field. Cost: O(extra).
std::optional<std::string> unicode_path_of(std::string_view extra, uint32_t name_crc);

}  // namespace broadsheet
