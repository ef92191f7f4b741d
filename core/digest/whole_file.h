// whole_file.h: a Markdown file of no known dialect that is one paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet {

struct WholePaper {
  bool is_from_front;  // its front matter has the title, else its first heading
  uint32_t begin;
  uint32_t content;   // what the heading says, without its marker
  uint32_t head_end;  // the end of that
  uint32_t body;
  uint32_t end;
};

// One paper that is the file: front matter or a first heading, and the fields of a paper. `begin`: after the
// front matter. Cost: O(text).
std::optional<WholePaper> paper_of_whole_file(std::string_view text, size_t begin, bool has_code);

}  // namespace broadsheet
