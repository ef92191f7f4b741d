#include "core/digest/text_labels.h"

#include "core/digest/text_slices.h"

namespace broadsheet {

std::optional<LabelledText> parse_label(std::string_view piece) {
  constexpr size_t kMaxLabelBytes = 40;
  constexpr std::string_view kBold = "**";
  if (piece.starts_with("- **")) piece.remove_prefix(2);
  const bool bold = piece.starts_with(kBold);
  if (bold) piece.remove_prefix(kBold.size());
  const size_t colon = piece.substr(0, kMaxLabelBytes).find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view label = piece.substr(0, colon);
  std::string_view text = piece.substr(colon + 1);
  if (bold) {
    if (label.ends_with(kBold)) {
      label.remove_suffix(kBold.size());
    } else if (text.starts_with(kBold)) {
      text.remove_prefix(kBold.size());
    } else {
      return std::nullopt;
    }
  }
  if (label.find_first_of(".,;!?()[]<>{}$\\/\"*\r\n") != std::string_view::npos) return std::nullopt;
  if (text.starts_with("//")) return std::nullopt;  // a URL's scheme
  if (text.starts_with(' ')) text.remove_prefix(1);
  return LabelledText{trim(label), text};
}

std::optional<LinkedHeading> parse_linked_heading(std::string_view line) {
  const size_t open = line.find('[');
  const size_t middle = line.rfind("](http");
  if (open == std::string_view::npos || middle == std::string_view::npos || middle <= open)
    return std::nullopt;
  size_t end = middle + 2;
  for (int depth = 0; end < line.size(); ++end) {
    if (line[end] == '(') ++depth;
    if (line[end] == ')' && depth-- == 0) break;
  }
  const std::string_view title = trim(line.substr(open + 1, middle - open - 1));
  if (end == line.size() || title.empty()) return std::nullopt;
  return LinkedHeading{title, line.substr(middle + 2, end - middle - 2)};
}

}  // namespace broadsheet
