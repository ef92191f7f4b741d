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

// The largest file that is read: keeps byte offsets far inside 32 bits and fits a tab's memory.
inline constexpr size_t kMaxDigestBytes = size_t{512} << 20;

// Reads a digest of any dialect, JSON, a feed or a page of HTML with such papers (docs/digest-format.md),
// recognized by its content. Takes the bytes; the digest owns them, in UTF-8. Text that is certainly in
// another encoding is converted (kOtherEncoding); beyond UTF-16 and windows-1252 that needs `decode`. Errors:
// "too_large"; "not_text" (a picture, an archive); "doubtful_encoding" (the message names the first line that
// is not UTF-8, and the encodings that would fit). A text without papers is a Digest with the diagnostic
// kNoPapers. Cost: O(bytes); memory beyond the bytes: O(papers).
Result<Digest> read_digest(std::string_view file_name, std::string bytes, const Decoder& decode = {});

}  // namespace broadsheet
