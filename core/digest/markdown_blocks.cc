#include "core/digest/markdown_blocks.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "core/base/find_byte.h"

namespace broadsheet {
namespace {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

Document parse(std::string_view text) {
  return Document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

BlockKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
      return BlockKind::kHeading;
    case CMARK_NODE_PARAGRAPH:
      return BlockKind::kParagraph;
    case CMARK_NODE_LIST:
      return BlockKind::kList;
    case CMARK_NODE_HTML_BLOCK:
      return BlockKind::kHtml;
    case CMARK_NODE_CODE_BLOCK:
      return BlockKind::kCode;
    default:
      return BlockKind::kOther;
  }
}

uint32_t line_index(int cmark_line) { return cmark_line > 0 ? static_cast<uint32_t>(cmark_line - 1) : 0; }

}  // namespace

std::vector<Block> top_level_blocks(std::string_view text) {
  const Document document = parse(text);
  std::vector<Block> blocks;
  for (cmark_node* node = cmark_node_first_child(document.get()); node != nullptr;
       node = cmark_node_next(node)) {
    blocks.push_back({kind_of(node), line_index(cmark_node_get_start_line(node)),
                      static_cast<uint32_t>(cmark_node_get_heading_level(node))});
  }
  return blocks;
}

std::vector<uint32_t> line_offsets(std::string_view text) {
  std::vector<uint32_t> offsets = {0};
  size_t carriage_return = find_byte(text, '\r');
  for (size_t i = 0; i < text.size();) {
    const size_t line_feed = std::min(find_byte(text, '\n', i), text.size());
    // Lone CRs end lines too; most texts have none.
    for (; carriage_return < line_feed; carriage_return = find_byte(text, '\r', carriage_return + 1)) {
      if (carriage_return + 1 < line_feed) offsets.push_back(static_cast<uint32_t>(carriage_return + 1));
    }
    i = line_feed + 1;
    if (i < text.size()) offsets.push_back(static_cast<uint32_t>(i));
  }
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

}  // namespace broadsheet
