// queries.h: the queries of the protocol, made of a paper's own texts in the language that is taken from it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tests/bench/learned/archive.h"

namespace broadsheet::learned {

// In how many papers' TL;DRs each run of four ideographs is.
std::unordered_map<std::string, uint32_t> count_fourgrams(const std::vector<ArchivePaper>& papers);

// P1: the two rarest runs of four ideographs of the TL;DR that four papers or more hold and
// that do not overlap.
std::string rarest_fourgrams(std::string_view tldr, const std::unordered_map<std::string, uint32_t>& counts);

// P2: the first 10 to 20 ideographs between other signs; empty if there are none.
std::string first_clause(std::string_view tldr);

}  // namespace broadsheet::learned
