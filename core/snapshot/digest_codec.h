// digest_codec.h: a digest that was read, as bytes, so that it need not be read again.
//
// Papers are ranges of the digest's text. Stored besides the text: where each field begins and how long it
// is, and what a library needs of all papers up front: ids, names, categories, dates, labels. The grammar is
// in docs/snapshot-format.md.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"
#include "core/library/facet_columns.h"
#include "core/library/volume.h"

namespace broadsheet {

// `made` receives the texts that are not in the digest's source (decoded JSON, repaired TeX); papers are
// encoded as ranges of source + made. `facts`: one per paper; `authors` numbers their names. Cost: O(papers +
// made).
void encode_volume(const Volume& volume, std::span<const PaperFacts> facts, const FacetValues& authors,
                   std::vector<uint8_t>& out, std::string& made);

// How many papers to reserve memory for, given how many a record of this size claims: a paper takes ten times
// its encoded size, and the claim may be false. Further papers get memory as they are decoded.
size_t room_for_papers(uint32_t claimed, size_t bytes);

// `text` is the memory for source + made, contiguous; it lives as long as `owner`, as do `bytes` and
// `authors`, the names by number. Errors: "bad_snapshot" if a number points outside the text or a list or,
// with `checks_texts`, into the middle of a character. Only with `checks_texts` must the text be there
// already, as valid UTF-8. Cost: O(papers).
Result<DecodedVolume> decode_volume(ByteSpan bytes, std::string_view text, size_t source_size,
                                    std::span<const std::string_view> authors,
                                    std::shared_ptr<const void> owner, bool checks_texts);

}  // namespace broadsheet
