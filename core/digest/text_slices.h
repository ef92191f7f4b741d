// text_slices.h: small views of text that the readers share. Each function costs O(text) at most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace broadsheet {

// Without spaces, tabs and line ends at both ends.
std::string_view trim(std::string_view text);

// The same at the end only.
std::string_view trim_right(std::string_view text);

// The first `most` bytes, or up to three fewer, so that no character is cut. Requires: valid UTF-8.
std::string_view beginning_of(std::string_view text, size_t most);

// Without at most `count` line ends (LF, CR LF or CR) at the end: removes only what a template added.
std::string_view drop_line_ends(std::string_view text, int count);

// Whether an entry of an author list is part of the name before it: `Jr.`, `III`.
bool is_name_suffix(std::string_view entry);

// Whether an entry is a name at all: the `:` of `Some Collaboration, :, …` and an empty entry are not.
bool is_author(std::string_view entry);

// The authors of a comma-separated list, each trimmed; a suffix such as `Jr.` stays with its name.
std::vector<std::string_view> split_authors(std::string_view list);

// The number that is all of `text`; absent if it is not one or does not fit.
std::optional<uint32_t> parse_number(std::string_view text);

// Counts line feeds. Cost: O(text) over all calls, plus a few thousand bytes for each call that goes back.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  // The 1-based line of `byte_offset`.
  uint32_t line_of(size_t byte_offset);

 private:
  static constexpr size_t kStride = 4096;

  std::string_view text_;
  size_t counted_to_ = 0;
  uint32_t line_ = 1;
  std::vector<uint32_t> line_of_stride_ = {1};  // the line at each multiple of kStride already passed
};

}  // namespace broadsheet
