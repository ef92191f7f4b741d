// text_slices.h: small views of text that the readers share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace broadsheet {

// Without spaces, tabs and line ends on both sides.
std::string_view trim(std::string_view text);

// Without them at the end only.
std::string_view trim_right(std::string_view text);

// Without at most `count` line ends (LF, CR LF or CR) at the end: takes back just what a template put there.
std::string_view drop_line_ends(std::string_view text, int count);

// Whether an entry of a list of authors is a part of the name before it: `Jr.`, `III`.
bool is_name_suffix(std::string_view entry);

// Whether an entry is a name at all: the `:` of `Some Collaboration, :, …` and an empty one are none.
bool is_author(std::string_view entry);

// The authors of a list separated by commas, each trimmed; a suffix such as `Jr.` stays with its name.
std::vector<std::string_view> split_authors(std::string_view list);

// A number that is all of `text`; absent where it is none or does not fit.
std::optional<uint32_t> parse_number(std::string_view text);

// Counts line feeds: asked for ascending offsets it costs O(text) in all.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  // The 1-based line of `byte_offset`.
  uint32_t line_of(size_t byte_offset);

 private:
  std::string_view text_;
  size_t counted_to_ = 0;
  uint32_t line_ = 1;
};

}  // namespace broadsheet
