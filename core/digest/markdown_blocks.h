// markdown_blocks.h: the block structure of Markdown, by cmark. Nothing else uses cmark.
//
// Only cmark's first phase runs, which finds blocks line by line. The second, which parses the text inside
// them, never does: nothing here needs it, and on some texts its cost is quadratic.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class BlockKind : uint8_t { kHeading, kHtml };

struct Block {
  BlockKind kind;
  uint32_t level;  // of a heading, 1 to 6; else 0
  size_t begin;    // byte offset of its first line
};

// The most quotes and lists that one line may open: deeper ones are read as text.
inline constexpr size_t kMaxLineContainers = 100;

// Calls visit for every heading and HTML block at the top level, in order. Cost: O(text);
// memory: O(longest line), however many blocks there are.
void for_each_block(std::string_view text, const std::function<void(const Block&)>& visit);

// The offset after the line that contains `at`, by CommonMark's line ends: LF, CR LF and CR. Cost: O(line).
size_t end_of_line(std::string_view text, size_t at);

// The byte offset of every line's first byte, by the same line ends, then the text's size: line i is
// [result[i], result[i + 1]). Cost: O(text).
std::vector<uint32_t> line_offsets(std::string_view text);

}  // namespace broadsheet
