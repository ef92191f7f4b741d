// for_you.h: how well the works of the next days are ordered by what was starred: the protocol of
// docs/learned.md. An interest is a set of papers that belong together for a reason that the text does not
// give.
#pragma once

#include "tests/bench/learned/archive.h"
#include "tests/bench/learned/figures.h"

namespace broadsheet::learned {

// Average precision over the works of the second month, for interests with 3 to 40 stars in the first.
Figures measure_for_you(const std::vector<ArchivePaper>& papers);

// Recall at ten of papers that share two authors.
Figures measure_similar(const std::vector<ArchivePaper>& papers);

}  // namespace broadsheet::learned
