// text_labels.h: labels and linked headings in text that no pattern of a dialect names.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// `Keywords: …`, `**Keywords:** …`, `- **Keywords**: …` at the start of a piece of text: a short name of
// words before a colon. Cost: O(1): a label has at most 40 bytes.
struct LabelledText {
  std::string_view label;
  std::string_view text;  // without the one blank that follows the label
};
std::optional<LabelledText> parse_label(std::string_view piece);

// A heading line with a link to the web: `## 3. [TITLE](https://…) and more`. Cost: O(line).
struct LinkedHeading {
  std::string_view title;
  std::string_view url;
};
std::optional<LinkedHeading> parse_linked_heading(std::string_view line);

}  // namespace broadsheet
