// sources.h: which words of a query others may be learned for.
//
// A person who wrote quotation marks, +, *, ~, a field, an operator or parentheses meant these words and no
// others. What remains are plain words that must all occur.
#pragma once

#include <string_view>
#include <vector>

#include "core/learned/association.h"
#include "core/query/query.h"

namespace broadsheet {

// The plain words of the query in order, each once; empty if it has none. `text`: that it was parsed from.
// Cost: O(query).
std::vector<SourceTerm> sources_of(const Query& query, std::string_view text);

// The query without its plain words: what a paper must satisfy that is found by learned words.
Query without_sources(const Query& query, std::string_view text);

}  // namespace broadsheet
