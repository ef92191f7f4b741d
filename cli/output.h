// output.h: what the command prints. The only code that writes to standard output and standard error.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Prints a line to standard output, made safe as in terminal_text.h. If it cannot be written, ends the
// process: with a message and kFailed or, if the reader is gone, silently as SIGPIPE does.
void print_line(std::string_view line);

// Prints a file's bytes to standard output as they are, where they go to a file or a program. Only a terminal
// gets them line by line, as print_line() makes them. Fails as print_line() does.
void print_file(std::string_view bytes);

// As print_line() on standard error, after all lines printed before.
void complain(std::string_view line);

// Writes out what is still buffered. Call it last: only now may a full disk show.
void close_output();

// As printf, into a string.
[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...);

}  // namespace broadsheet
