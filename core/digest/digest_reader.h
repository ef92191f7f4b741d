// digest_reader.h: a file's bytes in, a Digest out.
//
// The promise: one bad paper never costs another one. Whatever does not fit the grammar is kept with its
// paper or named by a diagnostic with its line.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/digest/paper.h"
#include "core/text/encoding.h"

namespace broadsheet {

// Reads a digest of any dialect, JSON, a feed or a page of HTML with such papers (docs/digest-format.md),
// recognized by its content. Takes the bytes; the digest owns them, in UTF-8. Errors: those of
// read_text_file(). A text without papers is a Digest with the diagnostic kNoPapers. Cost: O(bytes); memory
// beyond the bytes: O(papers).
Result<Digest> read_digest(std::string_view file_name, std::string bytes, const Decoder& decode = {});

}  // namespace broadsheet
