// inflate.h: unpacks a gzip. Only this and zip_reader.h use zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace broadsheet {

// Unpacks all members of a gzip; like gzip, ignores anything after the last one. `unpacked` grows by the
// bytes that came out, even if an error follows. Errors: "broken_archive" (cut, or a checksum differs);
// "too_large" (more than max_bytes). Cost: O(bytes + unpacked bytes); memory never exceeds max_bytes plus one
// chunk.
Result<std::string> unpack_gzip(std::string_view bytes, size_t max_bytes, uint64_t& unpacked);

}  // namespace broadsheet
