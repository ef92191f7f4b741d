// notes.h: a Markdown file a paper, as Obsidian, Logseq and Zettlr read it.
#pragma once

#include <string>

#include "core/export/export.h"

namespace broadsheet {

struct NoteFile {
  std::string name;  // the paper's key and `.md`: legal on every system, unique among the exported
  std::string text;  // without U+0000
};

// Requires: the citation has its key. Cost: O(text of the paper).
NoteFile note_file(const Citation& citation, const ExportOptions& options);

}  // namespace broadsheet
