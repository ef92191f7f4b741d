#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>

#include "cli/commands.h"

namespace broadsheet {

std::optional<std::string> read_file(std::string_view path) {
  const std::string name(path);
  const bool standard_input = name == "-";
  const std::unique_ptr<FILE, int (*)(FILE*)> file(standard_input ? stdin : std::fopen(name.c_str(), "rb"),
                                                   standard_input ? [](FILE*) { return 0; } : std::fclose);
  std::string bytes;
  if (file) {
    char buffer[1 << 16];
    while (const size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) bytes.append(buffer, count);
    if (!std::ferror(file.get())) return bytes;
  }
  print_error(path, "unreadable", std::strerror(errno));
  return std::nullopt;
}

void print_diagnostics(std::string_view path, const Digest& digest) {
  for (const Diagnostic& diagnostic : digest.diagnostics) {
    std::cerr << path << ':' << diagnostic.line << ": " << name_of(diagnostic.code) << ": "
              << diagnostic.message << '\n';
  }
}

void print_error(std::string_view path, std::string_view code, std::string_view message) {
  std::cerr << path << ":0: " << code << ": " << message << '\n';
}

}  // namespace broadsheet
