#include "core/digest/diagnostic.h"

#include <utility>

#include "core/base/order.h"

namespace broadsheet {

std::string_view name_of(DiagnosticCode code) {
  switch (code) {
    case DiagnosticCode::kTocTotalDiffers:
      return "toc_total_differs";
    case DiagnosticCode::kTocCategoryMissing:
      return "toc_category_missing";
    case DiagnosticCode::kCategoryNotInToc:
      return "category_not_in_toc";
    case DiagnosticCode::kInvalidUtf8:
      return "invalid_utf8";
    case DiagnosticCode::kNoPapers:
      return "no_papers";
    case DiagnosticCode::kEmptyFile:
      return "empty_file";
    case DiagnosticCode::kOnlyContents:
      return "only_contents";
    case DiagnosticCode::kUnknownDialect:
      return "unknown_dialect";
    case DiagnosticCode::kHeadingWithoutLink:
      return "heading_without_link";
    case DiagnosticCode::kUnsafeLink:
      return "unsafe_link";
    case DiagnosticCode::kMissingField:
      return "missing_field";
    case DiagnosticCode::kUnexpectedText:
      return "unexpected_text";
    case DiagnosticCode::kUnclosedDetails:
      return "unclosed_details";
    case DiagnosticCode::kDuplicateId:
      return "duplicate_id";
    case DiagnosticCode::kDuplicateNumber:
      return "duplicate_number";
    case DiagnosticCode::kBrokenRecord:
      return "broken_record";
    case DiagnosticCode::kOtherEncoding:
      return "other_encoding";
    case DiagnosticCode::kAbsentField:
      return "absent_field";
  }
  return "unknown";
}

void DiagnosticList::add(DiagnosticCode code, uint32_t line, std::string_view message) {
  Tally& tally = tallies_[static_cast<size_t>(code)];
  if (++tally.count <= kMaxDiagnosticsOfACode) {
    kept_.push_back({code, line, std::string(message)});
  } else if (tally.count == kMaxDiagnosticsOfACode + 1) {
    tally.first_line_left_out = line;
  }
}

std::vector<Diagnostic> DiagnosticList::release() {
  for (size_t code = 0; code < tallies_.size(); ++code) {
    const Tally& tally = tallies_[code];
    if (tally.count <= kMaxDiagnosticsOfACode) continue;
    kept_.push_back({static_cast<DiagnosticCode>(code), tally.first_line_left_out,
                     "the same " + std::to_string(tally.count - kMaxDiagnosticsOfACode) +
                         " times more, from this line on"});
  }
  put_in_order(kept_, [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  tallies_ = {};
  return std::exchange(kept_, {});
}

}  // namespace broadsheet
