// commands.h: the commands of `broadsheet` and what they share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"

namespace broadsheet {

enum ExitCode : int { kDone = 0, kNothingFound = 1, kBadUsage = 2 };

int run_parse(const std::vector<std::string_view>& arguments);
int run_search(const std::vector<std::string_view>& arguments);

// How diagnostics and errors are printed on standard error, one a line.
enum class DiagnosticFormat : uint8_t {
  kText,  // FILE:LINE: code: message
  kJson,  // {"file":…,"line":…,"code":…,"message":…}
};
void print_diagnostics(std::string_view path, const Digest& digest, DiagnosticFormat format);
void print_error(std::string_view path, std::string_view code, std::string_view message,
                 DiagnosticFormat format);

// The value of --diagnostics; absent if there is no such format, which is then said.
std::optional<DiagnosticFormat> parse_diagnostic_format(std::string_view name);

// All bytes of a file, of standard input for "-". On failure says why on standard error.
std::optional<std::string> read_file(std::string_view path, DiagnosticFormat format);

}  // namespace broadsheet
