// json_spans.h: where the records of a JSON file stand, found without parsing them: a broken record must not
// cost the others.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

// Whether a text begins as JSON Lines, or as an array of objects, does: `{"` or `[{`, blanks aside.
bool looks_like_json(std::string_view text);

// No digest nests deeper than four; nlohmann/json prints nested values by recursion.
inline constexpr uint32_t kMaxJsonDepth = 64;
// Nor has a paper a hundred keys; nlohmann/json compares each key of an ordered object with all before it.
inline constexpr uint32_t kMaxJsonKeys = 8192;

struct JsonSpan {
  std::string_view text;
  uint32_t line;   // where it begins, 1-based
  uint32_t depth;  // how deeply its brackets nest at most; counted to kMaxJsonDepth + 1
  uint32_t keys;   // of its objects together; may be too few where `depth` is beyond what is read
};

// One span for each record: each line that is not blank; or, where the file is an array or its objects are
// spread over lines, each object of the outermost level. What lies between objects and is no comma or bracket
// is a span too. Cost: O(text): of an object that is not closed at most kMaxJsonDepth others are walked
// through.
std::vector<JsonSpan> json_spans(std::string_view text);

}  // namespace broadsheet
