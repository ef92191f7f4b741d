#include "core/digest/markdown_lines.h"

#include "core/digest/text_slices.h"

namespace broadsheet {

std::optional<PaperHeading> parse_paper_heading(std::string_view line) {
  constexpr std::string_view kPrefix = "### [";
  if (!line.starts_with(kPrefix)) return std::nullopt;
  line = trim(line.substr(kPrefix.size()));
  const size_t number_end = line.find(']');
  if (number_end == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(line.substr(0, number_end));
  if (!number) return std::nullopt;
  constexpr std::string_view kTitleOpens = "] [";
  if (!line.substr(number_end).starts_with(kTitleOpens)) return std::nullopt;
  const std::string_view link = line.substr(number_end + kTitleOpens.size());
  const size_t middle = link.rfind("](");
  if (middle == std::string_view::npos || link.back() != ')') {
    const size_t close = link.rfind(']');
    return PaperHeading{*number, link.substr(0, close), {}};
  }
  // The title may hold `](` as well; a URL that holds it has not been seen, and would have to escape it.
  const std::string_view url = link.substr(middle + 2, link.size() - middle - 3);
  return PaperHeading{*number, link.substr(0, middle), trim(url)};
}

std::optional<std::string_view> parse_category_heading(std::string_view line) {
  constexpr std::string_view kBack = "[[Back]](#toc)";
  line = trim(line);
  if (!line.starts_with("# ") || !line.ends_with(kBack)) return std::nullopt;
  return trim(line.substr(2, line.size() - 2 - kBack.size()));
}

std::optional<TocLine> parse_toc_line(std::string_view line) {
  constexpr std::string_view kTotal = "[Total: ";
  line = trim(line);
  const size_t total = line.rfind(kTotal);
  if (total == std::string_view::npos || !line.ends_with(']')) return std::nullopt;
  const auto count =
      parse_number(line.substr(total + kTotal.size(), line.size() - total - kTotal.size() - 1));
  const std::string_view link = line.substr(0, total);
  const size_t open = link.find('[');
  const size_t middle = link.rfind("](#");
  if (!count || open == std::string_view::npos || middle == std::string_view::npos || middle < open)
    return std::nullopt;
  return TocLine{link.substr(open + 1, middle - open - 1), *count};
}

std::optional<std::string_view> parse_authors_line(std::string_view line) {
  line = trim(line);
  if (line.size() < 2 || line.front() != '*' || line.back() != '*') return std::nullopt;
  return line.substr(1, line.size() - 2);
}

std::optional<LabelledText> parse_unknown_label(std::string_view piece) {
  constexpr size_t kMaxLabelBytes = 40;
  const size_t colon = piece.substr(0, kMaxLabelBytes).find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view label = piece.substr(0, colon);
  if (label.find_first_of(".,;!?()[]<>{}$\\/\"\r\n") != std::string_view::npos) return std::nullopt;
  std::string_view text = piece.substr(colon + 1);
  if (text.starts_with("//")) return std::nullopt;  // a URL's scheme
  if (text.starts_with(' ')) text.remove_prefix(1);
  return LabelledText{trim(label), text};
}

std::optional<std::string_view> text_after_label(std::string_view text, std::string_view label) {
  if (!text.starts_with(label)) return std::nullopt;
  text.remove_prefix(label.size());
  if (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

bool is_anchor_line(std::string_view line) {
  line = trim(line);
  return line.starts_with("<div id=") && line.ends_with("></div>");
}

}  // namespace broadsheet
