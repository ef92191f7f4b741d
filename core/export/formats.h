// formats.h: one function a format, each in its own file; export.h has the table of them.
#pragma once

#include "core/export/export.h"

namespace broadsheet {

void write_bibtex(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_biblatex(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_ris(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_csl_json(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_csv(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_jsonl(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_markdown(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_notes(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_links(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_references(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_cite(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);
void write_ids(std::span<const Citation>, const ExportOptions&, ExportReport&, std::string& out);

}  // namespace broadsheet
