#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "core/export/json.h"

namespace broadsheet {

std::optional<std::string> read_file(std::string_view path, DiagnosticFormat format) {
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
  print_error(path, "unreadable", std::strerror(errno), format);
  return std::nullopt;
}

namespace {

void print_line(std::string_view path, uint32_t line, std::string_view code, std::string_view message,
                DiagnosticFormat format) {
  if (format == DiagnosticFormat::kJson) {
    std::cerr << diagnostic_to_json(path, line, code, message) << '\n';
  } else {
    std::cerr << path << ':' << line << ": " << code << ": " << message << '\n';
  }
}

}  // namespace

void print_diagnostics(std::string_view path, const Digest& digest, DiagnosticFormat format) {
  for (const Diagnostic& diagnostic : digest.diagnostics)
    print_line(path, diagnostic.line, name_of(diagnostic.code), diagnostic.message, format);
}

void print_error(std::string_view path, std::string_view code, std::string_view message,
                 DiagnosticFormat format) {
  print_line(path, 0, code, message, format);
}

std::optional<DiagnosticFormat> parse_diagnostic_format(std::string_view name) {
  if (name == "text") return DiagnosticFormat::kText;
  if (name == "json") return DiagnosticFormat::kJson;
  std::cerr << "broadsheet: --diagnostics takes text or json\n";
  return std::nullopt;
}

}  // namespace broadsheet
