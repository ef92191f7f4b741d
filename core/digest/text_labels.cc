#include "core/digest/text_labels.h"

#include <algorithm>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr size_t kLongestLabel = 60;
constexpr std::string_view kWideColon = "：";

size_t colon_at(std::string_view text) {
  if (text.starts_with(':')) return 1;
  return text.starts_with(kWideColon) ? kWideColon.size() : 0;
}

std::string_view skip_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

// Skips quotation signs, the marker of a list item and pictures.
std::string_view skip_markers(std::string_view line) {
  for (size_t before = line.size() + 1; before != line.size();) {
    before = line.size();
    line = skip_blanks(line);
    for (const std::string_view marker : {"> ", "- ", "* ", "+ ", "• ", "· ", "◦ "}) {
      if (line.starts_with(marker)) line.remove_prefix(marker.size());
    }
    size_t digits = 0;
    while (digits < line.size() && digits < 4 && line[digits] >= '0' && line[digits] <= '9') ++digits;
    if (digits > 0 && (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") ")))
      line.remove_prefix(digits + 2);
    line = without_pictures(line);
  }
  return line;
}

bool is_name(std::string_view label) {
  return !label.empty() && label.size() <= kLongestLabel &&
         label.find_first_of(".,;!?()[]<>{}$\\/\"*\r\n") == kNone;
}

// `label` is part of `line`; the value begins at `value`.
std::optional<LineLabel> made(std::string_view line, std::string_view label, std::string_view value,
                              LabelForm form) {
  label = trim(label);
  if (label.ends_with(':')) label.remove_suffix(1);
  if (label.ends_with(kWideColon)) label.remove_suffix(kWideColon.size());
  label = trim(label);
  const FieldName* field = field_named(label);
  if (field == nullptr && !is_name(label)) return std::nullopt;
  const auto literal = static_cast<size_t>(value.data() - line.data());
  return LineLabel{label, line.substr(0, literal), trim(value), form, field};
}

std::optional<LineLabel> heading_label(std::string_view line, std::string_view rest) {
  std::string_view text = rest.substr(std::min(rest.find_first_not_of('#'), rest.size()));
  if (!text.starts_with(' ')) return std::nullopt;
  const size_t colon = std::min(text.find(':'), text.find(kWideColon));
  if (colon < kLongestLabel && field_named(text.substr(0, colon)) != nullptr)
    return made(line, text.substr(0, colon), text.substr(colon + colon_at(text.substr(colon))),
                LabelForm::kHeading);
  text = trim(text);
  while (text.ends_with('#')) text = trim(text.substr(0, text.size() - 1));
  text = skip_markers(text);
  if (text.starts_with("**") && text.ends_with("**") && text.size() > 4)
    text = text.substr(2, text.size() - 4);
  return made(line, text, line.substr(line.size()), LabelForm::kHeading);
}

// What an opening mark begins, up to its closing one: `**Label**`.
std::optional<LineLabel> marked_label(std::string_view line, std::string_view rest) {
  struct Mark {
    std::string_view open;
    std::string_view close;
    bool needs_colon;
  };
  constexpr Mark kMarks[] = {{"***", "***", false}, {"**", "**", false}, {"__", "__", false},
                             {"【", "】", false},   {"*", "*", true},    {"_", "_", true},
                             {"`", "`", true},      {"[", "]", true}};
  for (const Mark& mark : kMarks) {
    if (!rest.starts_with(mark.open)) continue;
    const std::string_view inside = rest.substr(mark.open.size());
    const size_t end = inside.substr(0, kLongestLabel + 8).find(mark.close);
    if (end == kNone || end == 0) return std::nullopt;
    const std::string_view label = trim(inside.substr(0, end));
    std::string_view value = inside.substr(end + mark.close.size());
    const size_t blanks = value.size() - skip_blanks(value).size();
    const size_t colon = colon_at(value.substr(blanks));
    const bool has_colon = colon > 0 || label.ends_with(':') || label.ends_with(kWideColon);
    if (colon > 0) value.remove_prefix(blanks + colon);
    if (value.starts_with("//")) return std::nullopt;
    if (!has_colon) {
      const FieldName* field = field_named(label);
      const bool is_alone = trim(value).empty() || mark.open == "【";
      if (mark.needs_colon || field == nullptr || !(is_alone || value.starts_with(' '))) return std::nullopt;
      if (!is_alone && field->kind == CaptureKind::kExtra) return std::nullopt;
    }
    return made(line, label, value, LabelForm::kMarked);
  }
  return std::nullopt;
}

// `<summary><b>Label</b></summary>…`, `<font color=x>Label：</font>…`, `<b>Label</b>: …`
std::optional<LineLabel> tagged_label(std::string_view line, std::string_view rest) {
  constexpr size_t kLongestTag = 160;
  bool is_summary = false;
  while (rest.starts_with('<')) {
    const size_t end = rest.substr(0, kLongestTag).find('>');
    if (end == kNone) return std::nullopt;
    is_summary = is_summary || rest.starts_with("<summary");
    if (rest.starts_with("<a ") || rest.starts_with("</") || rest.starts_with("<!")) return std::nullopt;
    rest = skip_blanks(rest.substr(end + 1));
  }
  rest = without_pictures(rest);
  const size_t end = rest.substr(0, kLongestLabel + 8).find('<');
  if (end == kNone || end == 0) return std::nullopt;
  const std::string_view label = trim(rest.substr(0, end));
  bool has_colon = label.ends_with(':') || label.ends_with(kWideColon);
  rest.remove_prefix(end);
  while (rest.starts_with("</")) {
    const size_t close = rest.substr(0, kLongestTag).find('>');
    if (close == kNone) return std::nullopt;
    rest.remove_prefix(close + 1);
  }
  if (const size_t colon = colon_at(rest); colon > 0) {
    has_colon = true;
    rest.remove_prefix(colon);
  }
  if (!is_summary && !has_colon && field_named(label) == nullptr) return std::nullopt;
  return made(line, label, rest, is_summary ? LabelForm::kSummary : LabelForm::kMarked);
}

std::optional<LineLabel> plain_label(std::string_view line, std::string_view rest) {
  const std::string_view head = rest.substr(0, kLongestLabel);
  const size_t colon = std::min(head.find(':'), head.find(kWideColon));
  if (colon == kNone || colon == 0 || field_named(rest.substr(0, colon)) == nullptr) return std::nullopt;
  const std::string_view value = rest.substr(colon + colon_at(rest.substr(colon)));
  if (value.starts_with("//")) return std::nullopt;
  return made(line, rest.substr(0, colon), value, LabelForm::kPlain);
}

}  // namespace

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

std::optional<LineLabel> label_of_line(std::string_view line) {
  const std::string_view rest = skip_markers(line);
  if (rest.empty()) return std::nullopt;
  if (rest.front() == '#') return heading_label(line, rest);
  if (rest.front() == '<') return tagged_label(line, rest);
  if (auto label = marked_label(line, rest)) return label;
  return plain_label(line, rest);
}

}  // namespace broadsheet
