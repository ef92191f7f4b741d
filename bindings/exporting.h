// exporting.h: papers as a file of one of core/export's formats.
#pragma once

#include <string>

#include "bindings/values.h"
#include "core/library/library.h"

namespace broadsheet::bindings {

// A list of { work, tags, note }: what the user said of works.
struct SaidList : TypedVal {
  using TypedVal::TypedVal;
};

struct NoteFileList : TypedVal {
  using TypedVal::TypedVal;
};

struct NoteFileValue {
  std::string name;
  std::string text;
};

struct ExportRequestValue {
  Strings works;  // what to write, in this order; works that the library has not are left out
  SaidList said;
  std::string format;  // ExportFormat::name
  bool abstracts;
  uint32_t authors;  // at most so many, then "and others"; 0: all
  bool ascii;
  std::string keys;  // a pattern (core/export/cite_keys.h)
  bool split;        // of `notes`: a file a paper
};

struct ExportedValue {
  std::string code;  // "ok", or what is wrong: "format", "keys" (of the pattern)
  std::string message;
  Bytes bytes;         // UTF-8; none if it was split
  NoteFileList files;  // what it was split into
  uint32_t papers;
  std::string ending;     // of the file's name, with the dot
  std::string mediaType;  // without a charset
  std::string unwritten;  // the distinct characters that have no ASCII form and stayed, at most eight
};

// Each work by its best appearance. Cost: O(text of the works, and of their digests if that is late).
ExportedValue export_works(const Library& library, const ExportRequestValue& request);

}  // namespace broadsheet::bindings
