// inputs.h: the files named by a command's arguments, whatever they are packed in.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/diagnostics.h"

namespace broadsheet {

// Calls visit(path, bytes) for every file: in folders at any depth, by name, those that may be digests; in
// gzips and zips, as `archive.zip/inner.md`; standard input for "-". What cannot be read is reported in
// `format` and does not affect other files. Returns whether everything could be read. Paths are UTF-8. Cost:
// O(bytes); no file is read beyond the size limits, so endless ones end too.
bool for_each_input(const std::vector<std::string>& arguments, DiagnosticFormat format,
                    const std::function<void(const std::string& path, std::string bytes)>& visit);

// Whether an operand can only mean a file: it exists, is "-", or has a digest's ending.
bool means_file(const std::string& argument);

}  // namespace broadsheet
