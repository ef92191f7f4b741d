// values.h: the plain values passed to and from JavaScript. embind generates an interface for each in
// broadsheet.d.ts; nothing here points into the heap.
//
// Marks are UTF-16 offsets, half-open, sorted, disjoint, flattened: [begin, end, begin, end, …].
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/digest/paper.h"
#include "core/library/contents.h"
#include "core/library/made_again.h"
#include "core/search/completion.h"
#include "core/search/search_request.h"
#include "core/search/suggestion.h"
#include "core/show/explain.h"
#include "core/show/rows.h"

namespace broadsheet::bindings {

// JavaScript objects with their own type in the declarations; undefined until assigned.
struct TypedVal : emscripten::val {
  TypedVal() : val(val::undefined()) {}
  explicit TypedVal(const val& other) : val(other) {}
};
// How late texts are read: LibraryBinding::open_late().
struct LateTextReader : TypedVal {
  using TypedVal::TypedVal;
};
struct Bytes : TypedVal {
  using TypedVal::TypedVal;
};
struct Numbers : TypedVal {
  using TypedVal::TypedVal;
};
struct Counts : TypedVal {
  using TypedVal::TypedVal;
};
struct Strings : TypedVal {
  using TypedVal::TypedVal;
};
struct DiagnosticList : TypedVal {
  using TypedVal::TypedVal;
};
struct TocEntryList : TypedVal {
  using TypedVal::TypedVal;
};
struct DigestInfoList : TypedVal {
  using TypedVal::TypedVal;
};
struct DayContentsList : TypedVal {
  using TypedVal::TypedVal;
};
struct CutList : TypedVal {
  using TypedVal::TypedVal;
};
struct FacetCountList : TypedVal {
  using TypedVal::TypedVal;
};
struct QueryIssueList : TypedVal {
  using TypedVal::TypedVal;
};
struct MarkedList : TypedVal {
  using TypedVal::TypedVal;
};
struct FieldList : TypedVal {
  using TypedVal::TypedVal;
};
struct AppearanceList : TypedVal {
  using TypedVal::TypedVal;
};
struct RowList : TypedVal {
  using TypedVal::TypedVal;
};
struct CitationList : TypedVal {
  using TypedVal::TypedVal;
};
struct CompletionList : TypedVal {
  using TypedVal::TypedVal;
};
struct ScorePartList : TypedVal {
  using TypedVal::TypedVal;
};
struct ScoreWordList : TypedVal {
  using TypedVal::TypedVal;
};

struct MarkedValue {
  std::string text;
  Numbers marks;
};

struct DiagnosticValue {
  std::string code;
  uint32_t line;  // 0: the whole file
  std::string message;
};

struct TocEntryValue {
  std::string category;
  int32_t claimed;  // the total in a table of contents if it differs from what was read, otherwise -1
  uint32_t papers;
};

struct DigestInfoValue {
  std::string content;  // the same for the same text, whatever the file name
  std::string label;    // identifies it among the open digests (Library.remove); empty until it is open
  std::string name;
  std::string date;
  uint32_t papers;
  DiagnosticList diagnostics;
  std::string fileName;
  std::string stem;  // the same for another making of the digest (Library.compareMakings)
  double written;    // when the file was last changed, in milliseconds since 1970; 0: unknown
  bool rest;         // it holds only the papers that a newer making lacks
};

// What all digests of a day hold.
struct DayContentsValue {
  std::string day;
  uint32_t papers;
  uint32_t unread;
  TocEntryList categories;
};

struct ContentsValue {
  uint32_t days;  // in the whole library
  DayContentsList newest;
};

struct MakingValue {
  bool same;
  uint32_t shared;
  Numbers left;  // indices of the papers that only the older one has
};

struct ReadResultValue {
  std::string code;  // "ok", or the code of an Error
  std::string message;
  DigestInfoValue info;
};

struct SearchRequestValue {
  std::string text;
  bool typing;
  Strings categories;
  Strings days;
  Strings authors;
  Strings languages;
  Strings sets;
  bool withCode;
  bool withoutSummary;
  Strings hiddenSets;
  std::string order;  // "relevance", "digest" or "newest"
  bool feedback;      // SearchRequest::feedback
};

// The values that facet counts refer to. They change only when digests are added.
struct FacetValuesValue {
  Strings categories;
  Strings days;
  Strings languages;
};

struct QueryIssueValue {
  std::string code;
  uint32_t start;  // UTF-16 offsets in the query's text
  uint32_t end;
  std::string message;
};

struct SearchResultValue {
  uint32_t total;
  Counts categories;    // one per FacetValues::categories
  Counts days;          // one per FacetValues::days
  Counts readDays;      // the same, of works in the set "is:read"
  Counts authors;       // ids (Library.authorName), most papers first
  Counts authorCounts;  // one per author
  Counts languages;     // one per FacetValues::languages
  Counts sets;          // one per set (Library.setNumber)
  uint32_t withCode;
  uint32_t withoutSummary;
  uint32_t hidden;        // works that would be found, but are in a hidden set
  uint32_t libraryWorks;  // of the whole library, without those of hidden sets
  QueryIssueList issues;
  std::string suggested;   // "", "offered", "included" or "instead" (core/search/suggestion.h)
  std::string suggestion;  // the respelt query, or empty
  std::string asTyped;     // for "included": a query that finds exactly what was typed
  double milliseconds;
};

struct FacetCountValue {
  std::string value;
  uint32_t count;
};

struct CompletionValue {
  std::string kind;   // "author", "category", "field", "phrase" or "word"
  std::string text;   // replaces [start, end) of the query
  std::string label;  // what to show for it
  uint32_t start;     // UTF-16 offsets in the query's text
  uint32_t end;
  uint32_t papers;  // how many it finds; 0: not counted
};

struct ScoreWordValue {
  std::string word;  // as in the index
  std::string kind;  // "exact", "stem", "typo" or "prefix"
  std::string field;
  uint32_t frequency;
  double weight;
};

struct ScorePartValue {
  std::string kind;  // "term", "proximity", "title", "firstAuthor" or "shared"
  std::string term;  // of "shared": what the best hits share
  double score;
  uint32_t documentFrequency;
  double idf;
  ScoreWordList hits;
};

struct ExplanationValue {
  double score;
  ScorePartList parts;
};

struct MemoryValue {
  double textBytes;   // of all digests
  double indexBytes;  // of all segments
  double liveBytes;   // allocated
  double heapBytes;   // of the module's memory, which never shrinks
};

struct OpenResultValue {
  std::string code;  // "ok", or the code of an Error
  std::string message;
  uint32_t digests;  // how many were added
};

struct RowValue {
  uint32_t paper;
  std::string key;
  std::string work;  // its name in sets (Library.defineSet)
  uint32_t number;
  std::string id;
  std::string date;
  std::string digest;
  std::string category;
  MarkedValue title;
  MarkedValue authors;
  uint32_t moreAuthors;
  uint32_t appearances;  // how often it appears in the library's digests
  MarkedValue summary;
  std::string summaryField;
};

struct CitationValue {
  std::string work;  // as in Row
  std::string key;
  std::string title;
  std::string id;
  uint32_t version;  // 0: the link has none
  std::string url;
};

struct FieldValue {
  std::string name;
  bool known;
  bool missing;  // the text only says that there is none
  std::string text;
  Numbers marks;
};

struct AppearanceValue {
  std::string key;
  std::string file;
  std::string date;
  uint32_t version;
  std::string language;  // of its summary: "en", "zh", "ja" or "ko"
};

struct PaperValue {
  bool found;
  uint32_t paper;
  std::string key;
  std::string work;  // as in Row
  uint32_t number;
  std::string id;
  uint32_t version;  // 0: the link has none
  std::string url;
  std::string citedDate;  // as references have it: `2026-01` (core/export/citation.h)
  std::string doi;
  std::string digest;
  std::string file;
  std::string date;
  uint32_t line;
  MarkedValue title;
  MarkedList authors;
  Strings categories;
  FieldList fields;
  AppearanceList appearances;  // including this one, the best first
  bool repaired;               // the file's own text differs from what is shown
};

struct UnpackedFileValue {
  bool found;  // false after the last file
  std::string name;
  std::string code;  // "ok", or the code of an Error
  std::string message;
  Bytes bytes;
  double share;  // the share of the container unpacked so far
};

ExplanationValue to_value(const Explanation& explanation);
CompletionValue to_value(const Completion& completion, std::string_view query_text);

std::string to_string(const Bytes& bytes);
// A text of the page as valid UTF-8: a lone surrogate arrives as an ill-formed sequence.
std::string repaired(std::string text);
std::vector<std::string> to_strings(const Strings& list);
std::vector<Cut> to_cuts(const CutList& list);
// 0 if the value is not a valid time.
uint64_t to_milliseconds(double value);
Bytes to_bytes(std::string_view content);

// A JavaScript array of `to_value(element)` for each of `elements`.
template <typename List, typename Elements, typename ToValue>
List to_list(const Elements& elements, ToValue&& to_value) {
  emscripten::val list = emscripten::val::array();
  uint32_t i = 0;
  for (const auto& element : elements) list.set(i++, to_value(element));
  return List(list);
}

MarkedValue to_value(const MarkedText& text);
DiagnosticValue to_value(const Diagnostic& diagnostic);
// As Marked::marks. Requires: the ranges are of the text, sorted and disjoint.
Numbers to_marks(std::string_view text, const std::vector<ByteRange>& ranges);
DigestInfoValue to_value(const DigestHead& digest, uint64_t content_hash, const std::string& label);
DigestInfoValue to_value(const Volume& volume);
DayContentsValue to_value(const DayContents& day);
RowValue to_value(const Library& library, const Row& row);
CitationValue to_citation(const Library& library, PaperOrdinal paper);
PaperValue to_value(const Library& library, const PaperView& view);
FacetValuesValue to_value(const FacetColumns& columns);
SearchResultValue to_value(const Library& library, const Answer& answer, std::string_view query_text);
SearchRequest from_value(const SearchRequestValue& request);
PaperValue missing_paper();

}  // namespace broadsheet::bindings
