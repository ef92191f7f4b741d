#include "core/digest/html_tables.h"

#include <cstddef>
#include <cstdint>

#include "core/digest/html_elements.h"

namespace broadsheet {
namespace {

// A cell of data may hold a short list, or a few elements around its text.
constexpr uint32_t kMostBlocksOfCell = 3;

struct OpenTable {
  size_t number;
  uint32_t cells = 0;
  uint32_t blocks = 0;
  bool in_cell = false;
};

class TableScan {
 public:
  std::vector<bool> run(MarkupReader reader) {
    open_table();
    MarkupToken tag;
    while (reader.next(tag)) {
      if (tag.is_text()) continue;
      const HtmlElement element = html_element(tag.text);
      if (tag.kind == MarkupToken::Kind::kClose) {
        close(element);
      } else if (element != HtmlElement::kRaw) {
        open(element);
      } else if (!tag.is_closed) {
        reader.skip_to_close(tag.text);
      }
    }
    while (!open_.empty()) end_table();
    return std::move(is_layout_);
  }

 private:
  void open(HtmlElement element) {
    if (element == HtmlElement::kTable) return open_table();
    if (open_.empty()) return;
    OpenTable& table = open_.back();
    switch (element) {
      case HtmlElement::kRow:
        table.in_cell = false;
        return;
      case HtmlElement::kCell:
        table.in_cell = true;
        ++table.cells;
        return;
      case HtmlElement::kHeading:
        is_layout_[table.number] = is_layout_[table.number] || table.in_cell;
        return;
      case HtmlElement::kBlock:
      case HtmlElement::kItem:
      case HtmlElement::kDefinition:
      case HtmlElement::kRule:
        table.blocks += table.in_cell ? 1 : 0;
        return;
      default:
        return;
    }
  }

  void close(HtmlElement element) {
    if (open_.empty()) return;
    if (element == HtmlElement::kTable) return end_table();
    if (element == HtmlElement::kCell || element == HtmlElement::kRow) open_.back().in_cell = false;
  }

  void open_table() {
    if (!open_.empty() && !open_.back().in_cell) end_table();
    if (!open_.empty()) is_layout_[open_.back().number] = true;
    open_.push_back({is_layout_.size()});
    is_layout_.push_back(false);
  }

  void end_table() {
    const OpenTable& table = open_.back();
    const bool is_one_cell = table.cells == 1;
    if (is_one_cell || table.blocks > table.cells * kMostBlocksOfCell) is_layout_[table.number] = true;
    open_.pop_back();
  }

  std::vector<OpenTable> open_;  // each inside a cell of the one before
  std::vector<bool> is_layout_;
};

}  // namespace

std::vector<bool> layout_tables(MarkupReader reader) { return TableScan().run(reader); }

}  // namespace broadsheet
