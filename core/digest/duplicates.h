// duplicates.h: papers that a digest holds twice.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Adds kDuplicateNumber and kDuplicateId at the later of two papers. Cost: O(papers).
void report_duplicates(Digest& digest);

}  // namespace broadsheet
