// json_reader.h: papers from JSON Lines, or from an array of the same objects, which the tools write beside
// or instead of their Markdown. The only reader of JSON.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Reads digest.source, for which looks_like_json() holds, into papers and categories. Keys that name no field
// of a paper become extra fields. Papers are numbered in file order. Texts are decoded into digest.arena. A
// record that cannot be read is one diagnostic. Cost: O(text), times log(keys) of a record and log(papers) of
// the file; memory beyond the papers: one record's.
void read_json_digest(Digest& digest, DiagnosticList& diagnostics);

}  // namespace broadsheet
