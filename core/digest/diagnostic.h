// diagnostic.h: what a reader noticed, and where. A diagnostic never costs a paper.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class DiagnosticCode : uint8_t {
  kTocTotalDiffers,     // the table of contents claims a different number of papers
  kTocCategoryMissing,  // the table of contents names a category that has no section
  kCategoryNotInToc,    // a section that the table of contents does not name
  kInvalidUtf8,         // bytes that are not UTF-8 were replaced by U+FFFD
  kNoPapers,            // nothing in the text begins a paper
  kEmptyFile,           // there is no text at all
  kOnlyContents,        // a table of contents and nothing after it
  kUnknownDialect,      // headings that link to the web were taken for papers
  kHeadingWithoutLink,  // a paper heading without `](link)`
  kUnsafeLink,          // a paper's link is neither http nor https; it is kept as text, never followed
  kMissingField,        // a paper lacks fields of the grammar that others in the file have
  kUnexpectedText,      // text outside every field; kept with the paper before it
  kUnclosedDetails,     // `<details>` without `</details>`: the file may be cut
  kDuplicateId,         // an arXiv id for the second time in one file
  kDuplicateNumber,     // a paper number for the second time in one file
  kBrokenRecord,        // a line or object of a JSON file that is not a paper
  kOtherEncoding,       // the file was not in UTF-8 and was converted
  kAbsentField,         // fields of the grammar that no paper of the file has; the message lists them
};
inline constexpr size_t kDiagnosticCodeCount = static_cast<size_t>(DiagnosticCode::kAbsentField) + 1;

// The code's name for users and scripts: "toc_total_differs". It never changes.
std::string_view name_of(DiagnosticCode code);

struct Diagnostic {
  DiagnosticCode code;
  uint32_t line;  // 1-based, counted in line feeds; 0: the whole file
  std::string message;
};

// At most this many diagnostics of one code are kept; one more counts the rest, so that a file of any length
// has few.
inline constexpr size_t kMaxDiagnosticsOfACode = 1000;

// Collects what the readers of one file notice. Memory: O(1), plus the messages.
class DiagnosticList {
 public:
  // Cost: O(message).
  void add(DiagnosticCode code, uint32_t line, std::string_view message);

  // Whether the next diagnostic of the code is kept: if not, its message need not be made.
  bool keeps(DiagnosticCode code) const {
    return tallies_[static_cast<size_t>(code)].count < kMaxDiagnosticsOfACode;
  }

  // Moves all diagnostics out, by line, and within a line in the order of add().
  std::vector<Diagnostic> release();

 private:
  struct Tally {
    size_t count = 0;
    uint32_t first_line_left_out = 0;
  };
  std::vector<Diagnostic> kept_;
  std::array<Tally, kDiagnosticCodeCount> tallies_;
};

}  // namespace broadsheet
