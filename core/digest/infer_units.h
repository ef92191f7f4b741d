// infer_units.h: which blocks of a Markdown text of no known dialect are papers. docs/digest-format.md,
// "Markdown of no known dialect", tells how.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/digest/entry.h"
#include "core/digest/unit_walk.h"

namespace broadsheet {

inline bool is_heading(UnitForm form) { return form >= UnitForm::kHeading6 && form <= UnitForm::kHeading1; }
inline bool is_item(UnitForm form) { return form >= UnitForm::kItem3 && form <= UnitForm::kItem1; }

// What a text consists of.
struct TextCounts {
  uint64_t bytes = 0;  // of all lines, without blanks before them
  uint64_t code_bytes = 0;
  uint32_t headings = 0;
  uint32_t items = 0;
  uint32_t rows = 0;
  uint32_t links = 0;  // to papers
  std::array<uint32_t, 7> headings_of_level = {};
};
// Cost: O(text).
TextCounts count_text(std::string_view text, size_t begin);

// A unit that may be a paper, in few bytes.
struct UnitCandidate {
  uint32_t begin;
  uint32_t content;
  uint32_t head_end;
  uint32_t body;
  uint32_t end;
  uint32_t group;
  uint32_t name_hash;  // of its paper's name; 0: it has none of its own
  TitleEvidence title;
  bool is_paper;  // has a title and one paper of its own, or labels that only papers have
  bool links;     // its first line links to the web
  bool has_people;
  bool has_text;
};

struct AcceptedUnit {
  UnitCandidate unit;
  UnitForm form;
};

struct PaperUnits {
  std::vector<UnitForm> forms;       // those of papers, the best first; at most four
  std::vector<AcceptedUnit> papers;  // by begin, apart from each other
  uint32_t share = 0;                // of the text that is papers, in hundredths
  bool is_certain = false;           // that it is a list of papers
};
// `counts`: of the text. Cost: O(text); memory: O(units that may be papers).
PaperUnits find_paper_units(std::string_view text, size_t begin, const TextCounts& counts);

}  // namespace broadsheet
