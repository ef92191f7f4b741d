// html_tables.h: tells tables of data from tables that only place what a page holds, as pages did before they
// had style sheets.
#pragma once

#include <vector>

#include "core/digest/markup.h"

namespace broadsheet {

// For each table of a page, in the order of their opening tags, whether it only lays out: it has a single
// cell, or one of its cells holds a table or a heading, or they hold more paragraphs and list items than data
// have. A table that nobody closed ends at the next one that is in none of its cells, as in browsers.
// `reader`: right after the opening tag of the page's first table. Cost: O(text left).
std::vector<bool> layout_tables(MarkupReader reader);

}  // namespace broadsheet
