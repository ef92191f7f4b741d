// export.h: papers as the files that people write with and collect references in. docs/exports.md shows each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/export/citation.h"
#include "core/export/cite_keys.h"

namespace broadsheet {

struct ExportOptions {
  bool abstracts = false;                // of formats that have a place for one
  uint32_t authors = 0;                  // so many, then `and others`; 0: all
  bool ascii = false;                    // of BibTeX and BibLaTeX: letters as TeX's commands
  std::string_view keys = kDefaultKeys;  // as in cite_keys.h
};

struct ExportReport {
  std::vector<uint32_t> no_ascii_form;  // characters that stayed as they are; with repetitions
};

struct ExportFormat {
  std::string_view name;
  std::string_view ending;  // of its files, with the dot
  std::string_view media_type;
  // Appends all of a file. Requires: keys are assigned.
  void (*write)(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
};

// All formats, in the order in which to offer them.
std::span<const ExportFormat> export_formats();

// The format of this name, or nothing.
const ExportFormat* find_export_format(std::string_view name);

// The file, in UTF-8 and without U+0000. Gives the citations their keys. Requires: a pattern of keys without
// problem. Cost: O(text of the papers); 10,000 take a fifth of a second.
std::string export_papers(std::span<Citation> citations, const ExportFormat& format,
                          const ExportOptions& options, ExportReport& report);

}  // namespace broadsheet
