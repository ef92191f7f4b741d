// inputs.h: the files named by a command's arguments, whatever they are packed in.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/diagnostics.h"

namespace broadsheet {

struct Input {
  std::string path;  // UTF-8; `archive.zip/inner.md` in a gzip or a zip
  std::string bytes;
  bool is_found_page;  // a page of HTML in a folder or a zip: any page of a website, unless it lists papers
};

enum class Taken : uint8_t { kTaken, kLeftAlone };

// Calls visit(input) for every file: in folders at any depth, by name, those that may be digests; in gzips
// and zips; standard input for "-". What cannot be read is reported in `format` and does not affect other
// files, and so is a folder or a zip of which every file was left alone. Returns whether everything could be
// read. Cost: O(bytes); no file is read beyond the size limits, so endless ones end too.
bool for_each_input(const std::vector<std::string>& arguments, DiagnosticFormat format,
                    const std::function<Taken(Input)>& visit);

// Whether an operand can only mean a file: it exists, is "-", or has a digest's ending.
bool means_file(const std::string& argument);

}  // namespace broadsheet
