// table_row.h: a table row as a paper, by the names of the table's columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/digest/entry.h"
#include "core/digest/field_names.h"
#include "core/digest/paper.h"

namespace broadsheet {

// Whether the text begins with a table: a row, and dashes between bars below it. Cost: O(both lines).
bool begins_table(std::string_view text);

// What the columns of a table hold.
class TableColumns {
 public:
  TableColumns() = default;
  // Of the table whose header begins at `header`. Where no column is called title, the titles are in the
  // column in which most of the first rows have the cell that looks most like one: rows differ in what is
  // bold or linked. Cost: O(header + kSampledRows rows).
  TableColumns(std::string_view text, size_t header);

  // The row's title; none if nothing looks like one. Cost: O(row).
  EntryTitle title_of(std::string_view row) const;
  // Puts the cells of a row into `paper`. A cell under a name that means nothing is an extra field of that
  // name. Cost: O(row).
  void apply(std::string_view row, Paper& paper, TextArena& arena) const;

  static constexpr size_t kSampledRows = 50;

 private:
  using Cells = std::vector<std::string_view>;
  // In which columns a title is looked for.
  enum class Among : uint8_t { kUnnamed, kTexts };
  struct Column {
    std::string_view name;  // as written; empty if there is none
    FieldName field{CaptureKind::kExtra};
  };
  Column column_of(size_t cell) const { return cell < columns_.size() ? columns_[cell] : Column{}; }
  EntryForm form_of(size_t cell) const;
  int strength_of_title(std::string_view cell, size_t column) const;
  // The cell that looks most like a title; the number of cells if none does.
  size_t likeliest_title(const Cells& cells, Among among) const;
  size_t title_cell(const Cells& cells) const;
  void find_titles(std::string_view rows, Among among);

  static constexpr size_t kNoColumn = SIZE_MAX;

  std::vector<Column> columns_;
  size_t titles_ = kNoColumn;
};

}  // namespace broadsheet
