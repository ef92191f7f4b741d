// across.h: how well papers of another language are found: the protocol of docs/learned.md.
#pragma once

#include <vector>

#include "tests/bench/learned/archive.h"
#include "tests/bench/learned/figures.h"

namespace broadsheet::learned {

// P1 and P2: queries in Chinese, held-out papers in English only. P3: the other way round.
Figures measure_across(const std::vector<ArchivePaper>& papers);

}  // namespace broadsheet::learned
