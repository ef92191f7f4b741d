// feed_reader.h: papers from Atom and RSS (1.0 and 2.0), as arXiv, bioRxiv, OpenReview and feed readers write
// them. The only reader of feeds.
#pragma once

#include <string>
#include <string_view>

#include "core/digest/paper.h"

namespace broadsheet {

// Whether a text begins like XML, and its root is a feed's: `<rss`, `<feed`, `<rdf:RDF`. Cost: O(1).
bool looks_like_feed(std::string_view text);

// Reads digest.source, for which looks_like_feed() holds: each `<item>` or `<entry>` is said as a record of
// JSON, at the same line, and read by the reader of JSON. HTML in a text becomes text. An item that the end
// of the file cuts is read as far as it goes. Cost: O(text); memory: O(text).
void read_feed_digest(Digest& digest, DiagnosticList& diagnostics);

}  // namespace broadsheet
