// json_reader.h: papers out of JSON Lines, or an array of the same objects: what the tools write beside, or
// instead of, their Markdown. The only reader of JSON.
#pragma once

#include "core/digest/paper.h"

namespace broadsheet {

// Reads digest.source, which looks_like_json, into papers, categories and diagnostics. Keys that name no
// field of a paper become extra fields. Papers are numbered in the file's order. Texts are decoded into
// digest.arena. A record that cannot be read is one diagnostic. Cost: O(text).
void read_json_digest(Digest& digest);

}  // namespace broadsheet
