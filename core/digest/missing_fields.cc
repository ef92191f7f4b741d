#include "core/digest/missing_fields.h"

namespace broadsheet {

ExpectedFields expected_fields(const Dialect& dialect) {
  if (dialect.is_inferred) return {false, false, {}};
  ExpectedFields expected;
  expected.authors = dialect.has(CaptureKind::kAuthors);
  expected.category = dialect.has(CaptureKind::kCategory);
  for (size_t i = 0; i < kTextFieldCount; ++i) expected.texts[i] = dialect.has(static_cast<TextField>(i));
  return expected;
}

MissingFields::MissingFields(const ExpectedFields& expected) {
  expected_[0] = expected.authors;
  expected_[1] = expected.category;
  for (size_t i = 0; i < kTextFieldCount; ++i) expected_[2 + i] = expected.texts[i];
  absent_ = expected_;
}

void MissingFields::look_at(const Paper& paper) {
  Fields missing;
  missing[0] = paper.authors.empty();
  missing[1] = paper.categories.empty();
  for (size_t i = 0; i < kTextFieldCount; ++i) missing[2 + i] = !paper.texts[i];
  missing &= expected_;
  absent_ &= missing;
  ++papers_;
  if (missing.any()) lacks_.push_back({paper.line, missing});
}

void MissingFields::report(DiagnosticList& diagnostics) const {
  if (papers_ == 0) return;
  if (absent_.any()) diagnostics.add(DiagnosticCode::kAbsentField, 0, names_of(absent_));
  for (const Lack& lack : lacks_) {
    if (const Fields odd = lack.fields & ~absent_; odd.any())
      diagnostics.add(DiagnosticCode::kMissingField, lack.line, "not found: " + names_of(odd));
  }
}

std::string MissingFields::names_of(const Fields& fields) {
  std::string names;
  const auto add = [&](std::string_view name) { (names += names.empty() ? "" : ", ") += name; };
  if (fields[0]) add("authors");
  if (fields[1]) add("main category");
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    if (fields[2 + i]) add(kTextFieldNames[i]);
  }
  return names;
}

}  // namespace broadsheet
