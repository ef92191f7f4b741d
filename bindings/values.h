// values.h: the plain values that cross to JavaScript. embind makes an interface of each in
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
#include "core/library/completion.h"
#include "core/library/explain.h"
#include "core/library/result_set.h"
#include "core/library/rows.h"
#include "core/library/suggestion.h"

namespace broadsheet::bindings {

// JavaScript objects with a type of their own in the declarations; undefined until assigned.
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
  int32_t claimed;  // -1: the table of contents does not name it
  uint32_t read;
};

struct DigestInfoValue {
  std::string content;  // the same for the same text, whatever its file is called
  std::string label;    // names it among the open digests (Library.remove); empty until it is one of them
  std::string name;
  std::string date;
  uint32_t papers;
  TocEntryList categories;
  DiagnosticList diagnostics;
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
  bool withoutSummary;
  std::string order;  // "relevance", "digest" or "newest"
};

// The values that facet counts are of. They change only when digests are added.
struct FacetValuesValue {
  Strings categories;
  Strings days;
};

struct QueryIssueValue {
  std::string code;
  uint32_t start;  // UTF-16 offsets in the query's text
  uint32_t end;
  std::string message;
};

struct SearchResultValue {
  uint32_t total;
  Counts categories;    // of each of FacetValues::categories
  Counts days;          // of each of FacetValues::days
  Counts authors;       // ids (Library.authorName), most papers first
  Counts authorCounts;  // of each of them
  uint32_t withoutSummary;
  QueryIssueList issues;
  std::string suggested;   // "", "offered", "included" or "instead" (core/library/suggestion.h)
  std::string suggestion;  // the query respelt, or empty
  std::string asTyped;     // "included": a query that finds what was typed and nothing else
  double milliseconds;
};

struct CompletionValue {
  std::string kind;   // "author", "category", "field", "phrase" or "word"
  std::string text;   // takes the place of [start, end) of the query
  std::string label;  // what it is called
  uint32_t start;     // UTF-16 offsets in the query's text
  uint32_t end;
  uint32_t papers;  // that it leads to; 0: not counted
};

struct ScoreWordValue {
  std::string word;  // as it stands in the index
  std::string kind;  // "exact", "stem", "typo" or "prefix"
  std::string field;
  uint32_t frequency;
  double weight;
};

struct ScorePartValue {
  std::string kind;  // "term", "proximity", "title" or "firstAuthor"
  std::string term;
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
  uint32_t digests;  // that were added
};

struct RowValue {
  uint32_t paper;
  std::string key;
  std::string work;  // what sets name it by (Library.defineSet)
  uint32_t number;
  std::string id;
  std::string date;
  std::string digest;
  std::string category;
  MarkedValue title;
  MarkedValue authors;
  uint32_t moreAuthors;
  uint32_t appearances;  // in how many digests, or places of one, the library has it
  MarkedValue summary;
  std::string summaryField;
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
  std::string digest;
  std::string file;
  std::string date;
  uint32_t line;
  MarkedValue title;
  MarkedList authors;
  Strings categories;
  FieldList fields;
  AppearanceList appearances;  // this one among them, the best first
  bool repaired;               // the file's own text differs from what is shown
};

struct UnpackedFileValue {
  bool found;  // false behind the last file
  std::string name;
  std::string code;  // "ok", or the code of an Error
  std::string message;
  Bytes bytes;
};

ExplanationValue to_value(const Explanation& explanation);
CompletionValue to_value(const Completion& completion, std::string_view query_text);

std::string to_string(const Bytes& bytes);
std::vector<std::string> to_strings(const Strings& list);
Bytes to_bytes(std::string_view content);

// A JavaScript array of `to_value(element)` for every element of `elements`.
template <typename List, typename Elements, typename ToValue>
List to_list(const Elements& elements, ToValue&& to_value) {
  emscripten::val list = emscripten::val::array();
  uint32_t i = 0;
  for (const auto& element : elements) list.set(i++, to_value(element));
  return List(list);
}

MarkedValue to_value(const MarkedText& text);
DigestInfoValue to_value(const Digest& digest, uint64_t content_hash, const std::string& label);
RowValue to_value(const Library& library, const Row& row);
PaperValue to_value(const Library& library, const PaperView& view);
FacetValuesValue to_value(const FacetColumns& columns);
SearchResultValue to_value(const Library& library, const Answer& answer, std::string_view query_text);
SearchRequest from_value(const SearchRequestValue& request);
PaperValue missing_paper();

}  // namespace broadsheet::bindings
