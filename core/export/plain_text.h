// plain_text.h: a digest's text for formats that are not TeX: letters instead of commands, formulas as TeX
// between dollars.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class Lines : uint8_t {
  kJoined,  // blanks and line ends become one blank
  kKept,    // line ends stay, as LF
};

// `G\"odel's \emph{proof} of $x^2$` → `Gödel's proof of $x^2$`. Control characters are blanks. Commands that
// mean no letter stay as they are. Requires: valid UTF-8. Cost: O(text).
std::string plain_text(std::string_view text, Lines lines = Lines::kJoined);

// Where a formula is in such a text: its dollars alone do not tell, since a price's have lost their
// backslash.
struct FormulaPlace {
  size_t begin;
  size_t end;
};
std::string plain_text(std::string_view text, Lines lines, std::vector<FormulaPlace>& formulas);

// The same for a name: a backslash that means nothing is left out. Cost: O(name).
std::string plain_name(std::string_view name);

}  // namespace broadsheet
