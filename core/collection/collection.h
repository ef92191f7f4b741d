// collection.h: works that somebody has collected elsewhere: a bibliography, the export of a reference
// manager, a list of ids or links. It has no texts, so its works are titles to recognise and not papers to
// read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/digest/diagnostic.h"
#include "core/text/encoding.h"

namespace broadsheet {

struct CollectedWork {
  std::string title;                 // without TeX; empty if the file has none
  std::vector<std::string> authors;  // `Jürgen Müller`, as digests write names
  std::string year;                  // four digits, or empty
  std::string arxiv_id;              // without version, or empty
  std::string doi;                   // not arXiv's own; or empty
  std::string url;                   // of http or https, or empty
  uint32_t line = 0;                 // of its entry, 1-based
};

enum class CollectionFormat : uint8_t { kBibtex, kRis, kCslJson, kCsv, kOpml, kIds };

// "bibtex", "ris", "csl-json", "csv", "opml", "ids". It never changes.
std::string_view name_of(CollectionFormat format);

struct Collection {
  CollectionFormat format = CollectionFormat::kIds;
  std::vector<CollectedWork> works;     // in the file's order
  std::vector<Diagnostic> diagnostics;  // by line; kBrokenRecord: an entry that could not be read whole
};

// The most works of one file; a diagnostic counts the rest.
inline constexpr size_t kMaxCollectedWorks = 200'000;

// Whether the file is a collection and no digest: by its ending, or by what it begins with. Cost: O(1), at
// most the first 64 kB.
bool is_collection(std::string_view file_name, std::string_view bytes);

// Reads a file for which is_collection() holds. An entry that is broken costs only itself. Bytes that are no
// UTF-8 and of no certain encoding are read as windows-1252, as BibTeX files of old are. Errors: those of a
// digest's bytes, without "doubtful_encoding". Cost: O(bytes).
Result<Collection> read_collection(std::string_view file_name, std::string bytes, const Decoder& decode = {});

}  // namespace broadsheet
