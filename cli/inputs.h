// inputs.h: the files that the arguments of a command name, whatever they are packed in.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"

namespace broadsheet {

// Calls visit(path, bytes) for every file: those of folders at any depth, by name, if they may be digests;
// those inside gzips and zips as `archive.zip/inner.md`; standard input for "-". What cannot be read is
// printed, as `format` says. Whether all could be read.
bool for_each_input(const std::vector<std::string_view>& arguments, DiagnosticFormat format,
                    const std::function<void(const std::string& path, std::string bytes)>& visit);

}  // namespace broadsheet
