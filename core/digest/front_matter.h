// front_matter.h: YAML before a digest, as static site generators want it.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

// Where the text after the front matter begins; front matter is the lines between `---` and `---` at the very
// beginning. 0 if there is none within the first 4 kB. Cost: O(1).
size_t front_matter_end(std::string_view text);

}  // namespace broadsheet
