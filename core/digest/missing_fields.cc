#include "core/digest/missing_fields.h"

namespace broadsheet {

ExpectedFields expected_fields(const Dialect& dialect) {
  if (&dialect == &unknown_dialect()) return {false, false, {}};
  ExpectedFields expected;
  expected.authors = dialect.has(CaptureKind::kAuthors);
  expected.category = dialect.has(CaptureKind::kCategory);
  for (size_t i = 0; i < kTextFieldCount; ++i) expected.texts[i] = dialect.has(static_cast<TextField>(i));
  return expected;
}

void report_missing_fields(const Paper& paper, const ExpectedFields& expected,
                           std::vector<Diagnostic>& diagnostics) {
  std::string missing = expected.authors && paper.authors.empty() ? "authors" : "";
  const auto add = [&](std::string_view name) { (missing += missing.empty() ? "" : ", ") += name; };
  if (expected.category && paper.categories.empty()) add("main category");
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    if (expected.texts[i] && !paper.texts[i]) add(kTextFieldNames[i]);
  }
  if (!missing.empty())
    diagnostics.push_back({DiagnosticCode::kMissingField, paper.line, "not found: " + missing});
}

}  // namespace broadsheet
