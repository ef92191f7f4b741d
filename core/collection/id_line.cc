#include "core/collection/id_line.h"

#include "core/collection/json_strings.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBetween = " \t,;|";

// `- `, `* `, `12. `
std::string_view without_marker(std::string_view line) {
  line = trim(line);
  size_t i = 0;
  while (i < line.size() && line[i] >= '0' && line[i] <= '9') ++i;
  const bool is_number =
      i > 0 && i < 5 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ';
  if (is_number) return trim(line.substr(i + 1));
  return line.starts_with("- ") || line.starts_with("* ") ? trim(line.substr(2)) : line;
}

}  // namespace

IdLine::IdLine(std::string_view line) : rest_(without_marker(line)) {
  is_blank_ = rest_.empty() || rest_.starts_with('#');
  if (is_blank_) return;
  while (!rest_.empty()) {
    std::string_view word = rest_.substr(0, rest_.find_first_of(kBetween));
    const size_t size = word.size();
    if (word.size() > 2 && (word.front() == '"' || word.front() == '<'))
      word = word.substr(1, word.size() - 2);
    if (!names_one_paper(word)) return;
    ids_.push_back(word);
    const size_t next = rest_.find_first_not_of(kBetween, size);
    rest_ = next == std::string_view::npos ? std::string_view() : rest_.substr(next);
  }
}

}  // namespace broadsheet
