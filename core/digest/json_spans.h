// json_spans.h: finds the records of a JSON file without parsing them, so that a broken record never costs
// the others.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace broadsheet {

// Whether a text begins like JSON Lines or an array of objects: `{"`, `{'`, `{}` or `[{`, blanks aside.
// Cost: O(blanks at the beginning).
bool looks_like_json(std::string_view text);

// No digest nests deeper than four levels; nlohmann/json prints nested values recursively.
inline constexpr uint32_t kMaxJsonDepth = 64;
// No paper has a hundred keys, or more values than it has authors. Parsed JSON takes many times the memory of
// its text, so each record has its own limit.
inline constexpr uint32_t kMaxJsonKeys = 8192;
inline constexpr uint32_t kMaxJsonValues = 1 << 20;

struct JsonSpan {
  std::string_view text;
  uint32_t line;    // of its beginning, 1-based
  uint32_t depth;   // its deepest nesting of brackets; counted up to kMaxJsonDepth + 1
  uint32_t keys;    // of all its objects; may be too few if `depth` is over the limit
  uint32_t values;  // of its objects and arrays, likewise; may be a few too many
};

// Calls visit for each record, in order: each line that is not blank; or, if the file is an array or its
// objects span lines, each outermost object. Anything between objects except commas and brackets is a span
// too. Cost: O(text): each byte is walked at most kMaxJsonDepth times, once for each unclosed object around
// it. Memory: O(1).
void for_each_json_span(std::string_view text, const std::function<void(const JsonSpan&)>& visit);

}  // namespace broadsheet
