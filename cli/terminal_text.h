// terminal_text.h: makes text from files, file names and arguments safe to print on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

// A line without anything that a terminal obeys: control characters (C0, DEL, C1) and those that reorder the
// text around them become `\u001b` as in JSON, so that a line of JSON keeps its meaning. Invalid UTF-8
// becomes U+FFFD. Cost: O(text).
std::string for_terminal(std::string_view line);

// Text of several lines as one: runs of blanks and line ends become one blank. Cost: O(text).
std::string as_one_line(std::string_view text);

// How many terminal columns the line takes; ideographs take two. Requires: valid UTF-8. Cost: O(text).
size_t width_of(std::string_view line);

}  // namespace broadsheet
