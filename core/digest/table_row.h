// table_row.h: a table row as a paper, by the names of the table's columns.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/digest/field_names.h"
#include "core/digest/paper.h"

namespace broadsheet {

// What the columns of a table hold.
class TableColumns {
 public:
  TableColumns() = default;
  // `header`: the table's first row.
  explicit TableColumns(std::string_view header);

  // Puts the cells of a row into `paper`. A cell under a name that means nothing is an extra field of that
  // name. Where no column is called title, the title is the cell that looks most like one. Cost: O(row).
  void apply(std::string_view row, Paper& paper, TextArena& arena) const;

 private:
  struct Column {
    std::string_view name;  // as written; empty if there is none
    FieldName field{CaptureKind::kExtra};
  };
  std::vector<Column> columns_;
};

}  // namespace broadsheet
