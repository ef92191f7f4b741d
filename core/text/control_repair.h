// control_repair.h: control bytes that once were the first letters of TeX commands.
//
// A tool that reads `\beta` as a string's escape leaves a backspace and `eta`; likewise tab + `ext` (\text),
// form feed + `rac` (\frac), CR + `ho` (\rho), vertical tab + `ec` (\vec), line feed + `abla` (\nabla), bell
// + `lpha` (\alpha).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The text with such commands restored and without the marks that reorder text (U+202A to U+202E, U+2066 to
// U+2069). Words that also occur in prose (line feed + `mid`) count only inside $…$. Gives false, and leaves
// `mended` alone, where there is nothing to mend. Cost: O(text).
bool mend_controls(std::string_view text, std::string& mended);

}  // namespace broadsheet
