// digest_codec.h: a digest that was read, as bytes, so that it need not be read again.
//
// Papers are places in the digest's text: what is kept besides that text is where each field begins and how
// long it is, and what a library asks of all its papers before anybody reads one: ids, names, categories,
// dates, labels. docs/snapshot-format.md has the grammar.
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
// in source + made. `facts`: of each paper; `authors` numbers their names. Cost: O(papers + made).
void encode_volume(const Volume& volume, std::span<const PaperFacts> facts, const FacetValues& authors,
                   std::vector<uint8_t>& out, std::string& made);

// `text` is the room of source and made, one behind the other; it lives as long as `owner`, as do `bytes` and
// `authors`, the names by their numbers. Errors: "bad_snapshot" where a number leads out of the text, out of
// a list or, with `checks_texts`, into a character. Only then the text must be there already, valid UTF-8.
// Cost: O(papers).
Result<DecodedVolume> decode_volume(ByteSpan bytes, std::string_view text, size_t source_size,
                                    std::span<const std::string_view> authors,
                                    std::shared_ptr<const void> owner, bool checks_texts);

}  // namespace broadsheet
