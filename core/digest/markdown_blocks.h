// markdown_blocks.h: the block structure of Markdown, by cmark. The only door to cmark.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class BlockKind : uint8_t { kHeading, kParagraph, kList, kHtml, kCode, kOther };

struct Block {
  BlockKind kind;
  uint32_t first_line;  // 0-based, counted as CommonMark does: LF, CR LF and CR each end a line
  uint32_t level;       // of a heading, 1 to 6; else 0
};

// The blocks at the top level, in order. Cost: O(text).
std::vector<Block> top_level_blocks(std::string_view text);

// The byte offset of every line's first byte, by CommonMark's line ends, and the text's size as the last
// entry: line i is [result[i], result[i + 1]). Cost: O(text).
std::vector<uint32_t> line_offsets(std::string_view text);

}  // namespace broadsheet
