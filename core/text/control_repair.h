// control_repair.h: restores TeX commands whose first letters became control bytes.
//
// A tool that reads `\beta` as an escape in a string leaves a backspace and `eta`; likewise tab + `ext`
// (\text), form feed + `rac` (\frac), CR + `ho` (\rho), vertical tab + `ec` (\vec), line feed + `abla`
// (\nabla), bell + `lpha` (\alpha).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Sets `mended` to the text with such commands restored, and without the marks that reorder text (U+202A to
// U+202E, U+2066 to U+2069). Words that also occur in prose (line feed + `mid`) count only inside $…$.
// Returns false and leaves `mended` alone if there is nothing to mend. Cost: O(text).
bool mend_controls(std::string_view text, std::string& mended);

}  // namespace broadsheet
