// markdown_text.h: a digest's text as Markdown that shows it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// No picture is loaded, no markup runs, no dollar of a price begins a formula; lists, paragraphs and formulas
// stay. Requires: valid UTF-8. Cost: O(text).
std::string as_markdown(std::string_view text);

}  // namespace broadsheet
