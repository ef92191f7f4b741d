// unit_walk.h: the repeating blocks of a Markdown text, one of which may hold one paper each: parts below a
// heading, list items, table rows, paragraphs, parts between rules.
//
// A line decides what it begins by itself, its indentation and the line before it; nothing is parsed deeper,
// so no construct that is never closed reaches farther than its block.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/digest/paper_sites.h"

namespace broadsheet {

enum class LineKind : uint8_t {
  kBlank,
  kText,
  kHeading,    // level 1 to 6
  kUnderline,  // of the heading on the line above
  kRule,
  kItem,    // of a list; level is its depth, 1 to 3
  kHeader,  // the first row of a table
  kDelimiter,
  kRow,
  kCode,  // inside a fence, or the fence
};

struct Line {
  LineKind kind = LineKind::kBlank;
  uint8_t level = 0;
  bool is_bold = false;  // nothing but bold words, a heading in disguise
  uint32_t begin = 0;
  uint32_t content = 0;  // after indentation and the marker of a heading or item
  uint32_t end = 0;      // without blanks at its end
  uint32_t next = 0;     // the next line's begin
  uint32_t header = 0;   // of kRow: the begin of its table's header
};

// Calls visit for every line from `begin` on. Cost: O(text); memory: O(1).
void for_each_markdown_line(std::string_view text, size_t begin,
                            const std::function<void(const Line&)>& visit);

// The forms a unit may have; the smallest first where one holds another.
enum class UnitForm : uint8_t {
  kRow,
  kItem3,
  kItem2,
  kItem1,
  kParagraph,
  kLooseItem,  // an item of the first depth and all that follows it, indented or not
  kBoldLine,   // a line of bold words and all that follows it
  kHeading6,
  kHeading5,
  kHeading4,
  kHeading3,
  kHeading2,
  kHeading1,
  kPart,  // between rules
};
inline constexpr size_t kUnitForms = static_cast<size_t>(UnitForm::kPart) + 1;

// Which papers a text names.
class PapersNamed {
 public:
  void add(const NamedPaper& ref);
  void add(const PapersNamed& other);
  bool any() const { return named_; }
  bool several() const { return several_; }
  bool one() const { return named_ && !several_; }
  // A name of the first paper; empty if there is none.
  std::string_view name() const;

 private:
  std::array<std::string_view, 3> first_;  // the first name of each namer
  bool named_ = false;
  bool several_ = false;
};

struct Unit {
  UnitForm form = UnitForm::kRow;
  uint32_t begin = 0;     // of its first line
  uint32_t content = 0;   // what its first line says, without marker
  uint32_t head_end = 0;  // the end of that
  uint32_t body = 0;      // the line after its first
  uint32_t end = 0;
  uint32_t group = 0;        // the header of a row's table, the list of an item; 0
  PapersNamed papers;        // anywhere in it
  PapersNamed own;           // in its first line, under a label, or in a line of links
  PapersNamed in_head;       // in its first line
  bool is_label = false;     // its first line is a label, so it is part of something
  bool has_link = false;     // its first line links to the web
  bool has_authors = false;  // a label says so
  bool has_abstract = false;
  bool says_abstract = false;  // a label is no other text's
  bool has_names = false;      // an unlabelled line of people, at most three lines below the first
};

// Calls visit for every unit of every form, each as it ends. Cost: O(text); memory: O(1).
void for_each_unit(std::string_view text, size_t begin, const std::function<void(const Unit&)>& visit);

}  // namespace broadsheet
