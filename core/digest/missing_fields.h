// missing_fields.h: what a paper should have and lacks, in any format.
#pragma once

#include <vector>

#include "core/digest/diagnostic.h"
#include "core/digest/paper.h"

namespace broadsheet {

// Adds kMissingField, at the paper's line, where authors, a category or a text of the grammar were not found.
void report_missing_fields(const Paper& paper, std::vector<Diagnostic>& diagnostics);

}  // namespace broadsheet
