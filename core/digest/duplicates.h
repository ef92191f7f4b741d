// duplicates.h: reports papers that a digest holds twice.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Adds kDuplicateId, and with `numbers_are_unique` kDuplicateNumber, at the later of two papers.
// Cost: O(papers log papers) for any numbers and ids.
void report_duplicates(const Digest& digest, bool numbers_are_unique, DiagnosticList& diagnostics);

}  // namespace broadsheet
