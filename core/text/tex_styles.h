// tex_styles.h: TeX's commands that change how letters look and not what they are.
#pragma once

#include <string_view>

namespace broadsheet {

// Commands whose argument is read without them: `\textsc{Tea}`. Cost: O(1).
bool is_tex_style(std::string_view command);

// The same for the rest of their group: `{\em tea}`. Cost: O(1).
bool is_tex_switch(std::string_view command);

}  // namespace broadsheet
