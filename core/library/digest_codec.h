// digest_codec.h: a digest that was read, as bytes, so that it need not be read again.
//
// Papers are places in the digest's text: what is kept besides that text is where each field begins and how
// long it is. docs/snapshot-format.md has the grammar.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/library/library.h"

namespace broadsheet {

// `made` gets the texts that are not in the digest's source (decoded JSON, mended TeX); its papers are places
// in source + made. `facts`: of each paper. Cost: O(papers + made).
void encode_volume(const Volume& volume, std::span<const PaperFacts> facts, std::vector<uint8_t>& out,
                   std::string& made);

// `text` is source and made, one behind the other, valid UTF-8, and lives as long as `owner`. Errors:
// "bad_snapshot" where a number leads out of the text or into a character. Cost: O(papers).
Result<DecodedVolume> decode_volume(ByteSpan bytes, std::string_view text, size_t source_size,
                                    std::shared_ptr<const void> owner);

}  // namespace broadsheet
