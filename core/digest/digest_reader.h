// digest_reader.h: bytes of a file in, a Digest out.
//
// The promise: one bad paper never costs another one. Whatever could not be read as the grammar says is
// kept with its paper or named by a diagnostic with its line.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/digest/paper.h"

namespace broadsheet {

// The largest file that is read: byte offsets stay far inside 32 bits, and a tab's memory too.
inline constexpr size_t kMaxDigestBytes = size_t{512} << 20;

// Reads a digest of dialect R, or JSON with the same papers (docs/digest-format.md); what it is shows in its
// content. Takes the bytes; the digest owns them.
// Errors: "too_large"; "not_text" (a picture, an archive, UTF-16). A text without papers is a Digest with
// the diagnostic kNoPapers. Cost: O(bytes); memory beyond the bytes: O(papers).
Result<Digest> read_digest(std::string_view file_name, std::string bytes);

}  // namespace broadsheet
