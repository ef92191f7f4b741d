// json_shape.h: the records of a JSON value that is not one itself: lists of papers in an object under any
// key, by day, by id, at any depth.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/digest/json_spans.h"

namespace broadsheet {

// Whether the object that `text` is holds papers instead of being one: it has no title, or neither authors
// nor an abstract beside it, and an object inside it has a title. Cost: O(text).
bool holds_records(std::string_view text);

struct NestedRecord {
  JsonSpan span;
  std::span<const std::string_view> keys;  // above it, outermost first, undecoded
  bool is_in_list;                         // the last key is a list's, not its own
};

// Calls visit for each outermost object inside `text` that has a title, in order, and visit_value for each
// key outside of them whose value is neither object nor list. `line`: of the text's beginning. Cost: O(text):
// each byte is walked at most kMaxJsonDepth times.
void for_each_nested_record(
    std::string_view text, uint32_t line, const std::function<void(const NestedRecord&)>& visit,
    const std::function<void(std::string_view key, std::string_view value)>& visit_value);

}  // namespace broadsheet
