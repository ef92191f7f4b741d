#include "core/digest/front_matter.h"

#include <algorithm>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

// The length of the key that begins a line, without the colon; 0 if none does.
size_t key_length(std::string_view line) {
  constexpr size_t kLongestKey = 60;
  if (line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#' ||
      line.front() == '-')
    return 0;
  const size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  const std::string_view rest = line.substr(colon + 1);
  return rest.empty() || rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\r' ? colon : 0;
}

std::string_view line_at(std::string_view text, size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

bool is_yaml(std::string_view text) {
  for (size_t begin = 0; begin < text.size();) {
    const std::string_view line = line_at(text, begin);
    begin += line.size() + 1;
    const bool continues =
        line.starts_with(' ') || line.starts_with('\t') || line.starts_with('-') || line.starts_with('#');
    if (!trim(line).empty() && !continues && key_length(line) == 0) return false;
  }
  return true;
}

std::string_view without_quotes(std::string_view value) {
  value = trim(value);
  const bool is_quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

size_t front_matter_end(std::string_view text) {
  constexpr size_t kMaxBytes = 4096;
  constexpr size_t kMaxYamlBytes = size_t{64} << 10;
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const size_t fence = text.substr(0, kMaxYamlBytes).find("\n---", 3);
  if (fence == std::string_view::npos) return 0;
  if (fence + 4 > kMaxBytes && !is_yaml(text.substr(4, fence - 4))) return 0;
  const size_t line_feed = std::min(text.find('\n', fence + 1), text.size());
  if (trim_right(text.substr(fence + 1, line_feed - fence - 1)) != "---") return 0;
  return std::min(line_feed + 1, text.size());
}

void for_each_key(std::string_view front_matter,
                  const std::function<void(std::string_view, std::string_view)>& visit) {
  for (size_t begin = 0; begin < front_matter.size();) {
    const std::string_view line = line_at(front_matter, begin);
    begin += line.size() + 1;
    const size_t length = key_length(line);
    if (length == 0) continue;
    // Lines that are indented or list items belong to the key above them.
    const size_t below = std::min(begin, front_matter.size());
    size_t end = below;
    while (end < front_matter.size()) {
      const std::string_view next = line_at(front_matter, end);
      const bool continues =
          trim(next).empty() || next.starts_with(' ') || next.starts_with('\t') || next.starts_with('-');
      if (!continues || next.starts_with("---")) break;
      end = std::min(end + next.size() + 1, front_matter.size());
    }
    begin = std::max(begin, end);
    std::string_view value = trim(line.substr(length + 1));
    const bool is_block =
        value.empty() || ((value.front() == '|' || value.front() == '>') && value.size() <= 2);
    if (is_block) {
      value = trim(front_matter.substr(below, end - below));
    } else if (!trim(front_matter.substr(below, end - below)).empty()) {
      value = front_matter.substr(static_cast<size_t>(value.data() - front_matter.data()),
                                  end - static_cast<size_t>(value.data() - front_matter.data()));
    }
    visit(trim(line.substr(0, length)), without_quotes(value));
  }
}

}  // namespace broadsheet
