#include "core/digest/missing_fields.h"

namespace broadsheet {

void report_missing_fields(const Paper& paper, std::vector<Diagnostic>& diagnostics) {
  std::string missing = paper.authors.empty() ? "authors" : "";
  const auto add = [&](std::string_view name) { (missing += missing.empty() ? "" : ", ") += name; };
  if (paper.categories.empty()) add("main category");
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    if (!paper.texts[i]) add(kTextFieldNames[i]);
  }
  if (!missing.empty())
    diagnostics.push_back({DiagnosticCode::kMissingField, paper.line, "not found: " + missing});
}

}  // namespace broadsheet
