// collections.h: bibliographies and lists of ids, and the works of theirs that no digest has.
#pragma once

#include <string>

#include "bindings/values.h"
#include "core/collection/known_titles.h"
#include "core/library/library.h"

namespace broadsheet::bindings {

struct CollectedWorkList : TypedVal {
  using TypedVal::TypedVal;
};
struct CollectionMatchList : TypedVal {
  using TypedVal::TypedVal;
};

struct CollectedWorkValue {
  std::string title;
  Strings authors;
  std::string year;  // four digits, or empty
  std::string id;    // arXiv's, without version; or empty
  std::string doi;   // not arXiv's own; or empty
  std::string url;   // of http or https, or empty
  uint32_t line;
};

struct CollectionValue {
  std::string code;  // "ok", or why there is none
  std::string message;
  std::string format;  // "bibtex", "ris", "csl-json", "csv", "opml", "ids"
  CollectedWorkList works;
  DiagnosticList diagnostics;
};

struct CollectionMatchValue {
  std::string by;     // "id", "doi", "title", "doubtful"; empty: the library has no such work
  std::string work;   // as Row::work
  std::string key;    // of the best appearance
  std::string title;  // of that, if it is doubtful; empty otherwise
};

// Cost: O(bytes).
CollectionValue read_collection(const std::string& name, const Bytes& bytes);

// For each work what the library has of it. Cost: O(papers), and that of CollectionMatcher::match() for each.
CollectionMatchList match_works(Library& library, const CollectedWorkList& works);

class KnownTitlesBinding {
 public:
  void assign(const CollectedWorkList& works);
  // The places of the works that a search finds; at most `most`.
  Numbers find(const std::string& query, uint32_t most) const;

 private:
  KnownTitles titles_;
};

}  // namespace broadsheet::bindings
