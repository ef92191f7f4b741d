// query_edit.h: changes a word of a parsed query, without parsing it again.
//
// A word is named by one of QueryTerm::sources, of a term that is no alternative. Sources keep referring to
// the text as typed. Requires of each: such a word. Cost of each: O(query).
#pragma once

#include <string_view>

#include "core/query/query.h"

namespace broadsheet {

// Puts another word in place of the one typed at `source`, as if it had been typed there: with the same `*`,
// `~`, quotation marks and compound. `spelling`: folded, one word.
void replace_term(Query& query, ByteRange source, std::string_view spelling);

// Removes the word typed at `source`: the other words of its phrase move together, those of its NEAR may be
// anywhere.
void remove_term(Query& query, ByteRange source);

}  // namespace broadsheet
