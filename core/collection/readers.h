// readers.h: one reader for each format of collection. Each takes the file's text in UTF-8 and adds what it
// finds; an entry that is broken is a diagnostic with its line. Cost of each: O(text).
#pragma once

#include <string_view>

#include "core/collection/work_list.h"

namespace broadsheet {

// Entries of any type; `@string` and `#`, `@comment` and `@preamble`, names in both orders, braces that are
// missing: the next line that begins an entry ends one that is not closed.
void read_bibtex(std::string_view text, WorkList& works);

// `TY  - ` to `ER  - `; lines without a tag go on with the value before.
void read_ris(std::string_view text, WorkList& works);

// RFC 4180 with commas, semicolons or tabs; the first line names the columns, as Zotero, Semantic Scholar,
// Mendeley or our own export do.
void read_csv(std::string_view text, WorkList& works);

// The attributes of each `<outline>`.
void read_opml(std::string_view text, WorkList& works);

// Ids, DOIs and links, several on a line, or one with its title after it.
void read_ids(std::string_view text, WorkList& works);

// CSL-JSON, and JSON whose strings name papers: a list of ids, or lists under tags.
void read_json_works(std::string_view text, WorkList& works);

}  // namespace broadsheet
