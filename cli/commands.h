// commands.h: the commands of `broadsheet` and what they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"

namespace broadsheet {

enum ExitCode : int { kDone = 0, kNothingFound = 1, kBadUsage = 2 };

int run_parse(const std::vector<std::string_view>& arguments);
int run_search(const std::vector<std::string_view>& arguments);

// All bytes of a file, of standard input for "-". On failure says why on standard error.
std::optional<std::string> read_file(std::string_view path);

// FILE:LINE: code: message, a line each, on standard error.
void print_diagnostics(std::string_view path, const Digest& digest);
void print_error(std::string_view path, std::string_view code, std::string_view message);

}  // namespace broadsheet
