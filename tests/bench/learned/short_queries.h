// short_queries.h: short Chinese queries made by hand, in a library where every paper has both languages.
#pragma once

#include <vector>

#include "tests/bench/learned/archive.h"
#include "tests/bench/learned/figures.h"

namespace broadsheet::learned {

// A paper is wanted if its title has one of the query's English words. The library has no titles, so what is
// found does not know them. Precision at ten: of the query's own words alone, and with papers in other words
// after these.
Figures measure_short_queries(const std::vector<ArchivePaper>& papers);

}  // namespace broadsheet::learned
