#include "core/digest/front_matter.h"

#include <algorithm>

#include "core/digest/text_slices.h"

namespace broadsheet {

size_t front_matter_end(std::string_view text) {
  constexpr size_t kMaxBytes = 4096;
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const size_t fence = text.substr(0, kMaxBytes).find("\n---", 3);
  if (fence == std::string_view::npos) return 0;
  const size_t line_feed = std::min(text.find('\n', fence + 1), text.size());
  if (trim_right(text.substr(fence + 1, line_feed - fence - 1)) != "---") return 0;
  return std::min(line_feed + 1, text.size());
}

}  // namespace broadsheet
