// bib_entry.h: one entry of a .bib file, in either of its dialects.
#pragma once

#include <string>
#include <string_view>

#include "core/export/export.h"
#include "core/export/tex_writer.h"

namespace broadsheet {

class BibEntry {
 public:
  // Opens `@type{key,`.
  BibEntry(std::string_view type, const Citation& citation, const ExportOptions& options,
           ExportReport& report, std::string& out);
  // Closes it.
  ~BibEntry();
  BibEntry(const BibEntry&) = delete;
  BibEntry& operator=(const BibEntry&) = delete;

  // A field as it is; nothing if the value is empty.
  void verbatim(std::string_view name, std::string_view value);
  // The same without braces: a macro such as `jan`.
  void macro(std::string_view name, std::string_view value);
  void link(std::string_view name, std::string_view url);
  void text(std::string_view name, std::string_view text);

  void title();
  void authors();
  void tags();
  void abstract();

 private:
  void open(std::string_view name);

  const Citation& citation_;
  const ExportOptions& options_;
  TexStyle style_;
  std::string& out_;
  bool has_fields_ = false;
};

}  // namespace broadsheet
