// html_page.h: papers as one page to print or send. Of the command alone: the page has KaTeX and writes its
// own, where formulas are MathML, so this is not among export_formats().
#pragma once

#include "core/export/export.h"

namespace broadsheet {

// It has all texts of each paper, no script, loads nothing, and its own policy forbids both. Formulas are TeX
// in <code>.
extern const ExportFormat kHtmlPage;

}  // namespace broadsheet
