// diagnostic.h: what a reader noticed, and where. A diagnostic never costs a paper.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

enum class DiagnosticCode : uint8_t {
  kTocTotalDiffers,     // the table of contents claims another number of papers
  kTocCategoryMissing,  // the table of contents names a category that has no section
  kCategoryNotInToc,    // a section that the table of contents does not name
  kInvalidUtf8,         // bytes that are not UTF-8 were replaced by U+FFFD
  kNoPapers,            // nothing in the text begins a paper
  kEmptyFile,           // there is no text at all
  kOnlyContents,        // a table of contents and nothing behind it
  kUnknownDialect,      // headings that link to the web were taken for papers
  kHeadingWithoutLink,  // a paper heading without `](link)`
  kUnsafeLink,          // a paper's link is neither http nor https; it is kept as text, never followed
  kMissingField,        // a paper lacks fields of the grammar
  kUnexpectedText,      // text outside every field; kept with the paper before it
  kUnclosedDetails,     // `<details>` without `</details>`: the file may be cut
  kDuplicateId,         // an arXiv id for the second time in one file
  kDuplicateNumber,     // a paper number for the second time in one file
  kBrokenRecord,        // a line or object of a JSON file that is no paper
};

// The code's name as users and scripts see it: "toc_total_differs". It never changes.
std::string_view name_of(DiagnosticCode code);

struct Diagnostic {
  DiagnosticCode code;
  uint32_t line;  // 1-based, counted in line feeds; 0: the whole file
  std::string message;
};

}  // namespace broadsheet
