// inflate.h: the bytes inside a gzip. With zip_reader.h the only door to zlib.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace broadsheet {

// Unpacks all members of a gzip; what follows them and is none is left aside, as gzip does. Errors:
// "broken_archive" (cut, or a checksum differs); "too_large" (more than max_bytes). Cost: O(bytes + result),
// never more than max_bytes of memory.
Result<std::string> unpack_gzip(std::string_view bytes, size_t max_bytes);

}  // namespace broadsheet
