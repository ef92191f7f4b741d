// library_input.h: the files of a command's arguments as one library.
#pragma once

#include <string>
#include <vector>

#include "cli/diagnostics.h"
#include "core/library/library.h"

namespace broadsheet {

// Reads the files, and prints what the reader notices. Returns whether every file could be read. Cost:
// O(bytes).
bool add_files(const std::vector<std::string>& files, DiagnosticFormat diagnostics, Library& library);

}  // namespace broadsheet
