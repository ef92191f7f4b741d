// duplicates.h: papers that a digest holds twice.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Adds kDuplicateId, and kDuplicateNumber where `numbers_are_unique`, at the later of two papers.
// Cost: O(papers).
void report_duplicates(Digest& digest, bool numbers_are_unique);

}  // namespace broadsheet
