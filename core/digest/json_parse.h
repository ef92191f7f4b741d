// json_parse.h: JSON text as values. Apart from what reads the values: the parser is all that is hot of it.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/digest/json_object.h"

namespace broadsheet {

// Discarded if `text` is not JSON. Cost: O(text), times log(keys) of an object.
Json parse_json(std::string_view text);

// Where `text` stops being JSON; 0 if it is JSON. Cost: O(text).
size_t json_error_position(std::string_view text);

}  // namespace broadsheet
