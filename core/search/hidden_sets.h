// hidden_sets.h: which works a search leaves out.
#pragma once

#include <vector>

#include "core/library/library.h"
#include "core/query/query.h"
#include "core/search/search_request.h"

namespace broadsheet {

// The sets with members whose works the request hides.
std::vector<const WorkSet*> hidden_sets(const Library& library, const SearchRequest& request,
                                        const Query& query);

}  // namespace broadsheet
