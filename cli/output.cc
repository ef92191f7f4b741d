#include "cli/output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/commands.h"
#include "cli/terminal_text.h"

namespace broadsheet {
namespace {

bool write_line(std::string_view line, FILE* file) {
  const std::string safe = for_terminal(line) + '\n';
  return std::fwrite(safe.data(), 1, safe.size(), file) == safe.size();
}

// If our parent ignores SIGPIPE, a closed reader shows up as an error: end as the signal would.
void end_quietly_if_unread(int error) {
  if (error != EPIPE) return;
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}

[[noreturn]] void fail_to_write(int error) {
  end_quietly_if_unread(error);
  write_line(std::string("broadsheet: cannot write the output: ") + std::strerror(error), stderr);
  std::_Exit(kFailed);
}

}  // namespace

void print_line(std::string_view line) {
  if (!write_line(line, stdout)) fail_to_write(errno);
}

void print_file(std::string_view bytes) {
  if (::isatty(STDOUT_FILENO) == 0) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) fail_to_write(errno);
    return;
  }
  while (!bytes.empty()) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    print_line(line);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

void complain(std::string_view line) {
  if (std::fflush(stdout) != 0) fail_to_write(errno);
  if (write_line(line, stderr)) return;
  end_quietly_if_unread(errno);
  std::_Exit(kFailed);
}

void close_output() {
  if (std::fclose(stdout) != 0) fail_to_write(errno);
}

std::string format(const char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  va_list again;
  va_copy(again, arguments);
  const int size = std::vsnprintf(nullptr, 0, pattern, arguments);
  va_end(arguments);
  std::string text(static_cast<size_t>(size), '\0');
  std::vsnprintf(text.data(), text.size() + 1, pattern, again);
  va_end(again);
  return text;
}

}  // namespace broadsheet
