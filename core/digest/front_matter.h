// front_matter.h: YAML before a digest, as static site generators want it.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace broadsheet {

// Where the text after the front matter begins; front matter is the lines between `---` and `---` at the very
// beginning. 0 if there is none within the first 4 kB; or 64 kB, if each line there has a key, continues one,
// or is blank. Cost: O(1).
size_t front_matter_end(std::string_view text);

// Calls visit(key, value) for each key at the outermost level, in order. A value is as written, without the
// quotation marks around it; that of a block (`|`, `>`, or a list over lines) is its lines. Cost: O(text).
void for_each_key(std::string_view front_matter,
                  const std::function<void(std::string_view key, std::string_view value)>& visit);

}  // namespace broadsheet
