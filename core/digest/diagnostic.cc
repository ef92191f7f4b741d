#include "core/digest/diagnostic.h"

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
  }
  return "unknown";
}

}  // namespace broadsheet
