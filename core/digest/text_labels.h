// text_labels.h: labels and linked headings in text that no pattern of a dialect names.
#pragma once

#include <optional>
#include <string_view>

#include "core/digest/field_names.h"

namespace broadsheet {

// `Keywords: …`, `**Keywords:** …`, `- **Keywords**: …` at the start of a piece of text: a short name of
// words before a colon. Cost: O(1): a label has at most 40 bytes.
struct LabelledText {
  std::string_view label;
  std::string_view text;  // without the one blank that follows the label
};
std::optional<LabelledText> parse_label(std::string_view piece);

enum class LabelForm : uint8_t {
  kPlain,    // Label: …
  kMarked,   // **Label:** …, *Label*: …, <b>Label</b>: …, 【Label】…, whether in a list or not
  kHeading,  // #### Label
  kSummary,  // <summary>Label</summary>…
};

// A label in any spelling at the start of a line.
struct LineLabel {
  std::string_view label;
  std::string_view literal;  // everything before the value but blanks: `- **Label**:`
  std::string_view value;    // trimmed
  LabelForm form;
  const FieldName* field;  // nullptr: a name that the table of names does not have
};

// The label of a trimmed line. Plain labels only if the table of names has them, since any sentence may hold
// a colon. Cost: O(line).
std::optional<LineLabel> label_of_line(std::string_view line);

}  // namespace broadsheet
