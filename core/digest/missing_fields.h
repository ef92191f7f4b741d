// missing_fields.h: what a paper should have and lacks, in any format.
#pragma once

#include <vector>

#include "core/digest/diagnostic.h"
#include "core/digest/dialect.h"
#include "core/digest/paper.h"

namespace broadsheet {

// What papers of a format hold.
struct ExpectedFields {
  bool authors = true;
  bool category = true;
  std::array<bool, kTextFieldCount> texts = {true, true, true, true, true, true};
};

ExpectedFields expected_fields(const Dialect& dialect);

// Adds kMissingField, at the paper's line, where an expected field was not found.
void report_missing_fields(const Paper& paper, const ExpectedFields& expected,
                           std::vector<Diagnostic>& diagnostics);

}  // namespace broadsheet
