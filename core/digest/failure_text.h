// failure_text.h: what the tools write where a model gave no summary.
#pragma once

#include <string_view>

namespace broadsheet {

// Whether a field's text only says that there is none: empty, `Error`, `N/A`, `Summary generation failed`, a
// message about a quota. Nine in a hundred TL;DRs of real digests are of this kind. Cost: O(1), longer texts
// are none.
bool is_failure_text(std::string_view text);

}  // namespace broadsheet
