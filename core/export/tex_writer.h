// tex_writer.h: a digest's text as TeX that BibTeX, LaTeX and the readers of .bib files accept.
//
// What is TeX in the text stays: commands, accents, groups, formulas, signs that are already escaped. What is
// not gets its command once: & % # _ ~ ^ { } < > |, a backslash or dollar that begins nothing. Braces always
// pair, also as BibTeX counts them, which knows no `\{`. Commands that read or write files or redefine others
// are only letters: a digest is not trusted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct TexStyle {
  bool ascii = false;                        // letters as commands: `{\"o}`
  bool keeps_case = false;                   // a title: braces around what no style may make lower-case
  std::vector<uint32_t>* no_form = nullptr;  // gets the characters that have no form in ASCII, and stay
};

// Appends the text, blanks and line ends as one blank each. Requires: valid UTF-8. Cost: O(text).
void append_tex(std::string_view text, const TexStyle& style, std::string& out);

}  // namespace broadsheet
