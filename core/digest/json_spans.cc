#include "core/digest/json_spans.h"

#include <algorithm>
#include <string>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

struct Extent {
  size_t end;  // after the closing bracket, or where the walk ended without one
  uint32_t depth;
  uint32_t keys;
  uint32_t values;
  bool closed;
  bool inside_string;  // at the text's end
};

// Follows the brackets of the object that opens at `begin`, and keeps mistakes from spreading: a line end
// ends a string, since strings hold none, escaped or not; `}` closes arrays left open inside its object; a
// `]` that closes nothing inside the object ends the walk.
Extent follow_brackets(std::string_view text, size_t begin) {
  std::string open;
  size_t deepest = 0;
  uint32_t keys = 0;
  uint32_t values = 0;
  bool in_string = false;
  const auto extent = [&](size_t end, bool closed, bool inside_string) {
    return Extent{end, static_cast<uint32_t>(deepest), keys, values, closed, inside_string};
  };
  for (size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\' && !text.substr(i + 1).starts_with('\n')) {
        ++i;
      } else if (c == '"' || c == '\n') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == ':') {
      ++keys;
    } else if (c == ',') {
      ++values;
    } else if (c == '{' || c == '[') {
      ++values;
      open.push_back(c);
      deepest = std::max(deepest, open.size());
      if (deepest > kMaxJsonDepth) return extent(i, false, false);
    } else if (c == '}') {
      open.resize(std::min(open.rfind('{'), open.size()));
      if (open.empty()) return extent(i + 1, true, false);
    } else if (c == ']') {
      if (!open.ends_with('[')) return extent(i, false, false);
      open.pop_back();
      if (open.empty()) return extent(i + 1, true, false);
    }
  }
  return extent(text.size(), false, in_string);
}

std::string_view line_at(std::string_view text, size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// The next line after `begin` that starts with an object, or the text's end.
size_t next_object_line(std::string_view text, size_t begin) {
  while ((begin = text.find('\n', begin)) != std::string_view::npos) {
    begin = text.find_first_not_of(kBlank, begin);
    if (begin == std::string_view::npos) break;
    if (text[begin] == '{') return begin;
  }
  return text.size();
}

// Whether the object that opens at `begin` spans lines: its first line neither closes it nor breaks off
// inside a string, and the next line does not start another record.
bool goes_on_below(std::string_view text, size_t begin) {
  const std::string_view line = line_at(text, begin);
  const Extent extent = follow_brackets(line, 0);
  if (extent.closed || extent.inside_string) return false;
  const size_t below = text.find_first_not_of(kBlank, begin + line.size());
  if (below == std::string_view::npos || text[below] != '{') return below != std::string_view::npos;
  // An object in a list, rather than the next record: it goes on below too, or a comma follows it.
  const std::string_view next = trim(line_at(text, below));
  const Extent inner = follow_brackets(next, 0);
  return !inner.inside_string && (!inner.closed || trim(next.substr(inner.end)).starts_with(','));
}

using Visit = std::function<void(const JsonSpan&)>;

void visit_lines(std::string_view text, const Visit& visit) {
  uint32_t number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const std::string_view line = line_at(text, begin);
    begin += line.size() + 1;
    ++number;
    const std::string_view record = trim(line);
    if (record.empty()) continue;
    const Extent extent = follow_brackets(record, 0);
    visit({record, number, extent.depth, extent.keys, extent.values});
  }
}

void visit_objects(std::string_view text, const Visit& visit) {
  constexpr std::string_view kBetween = " \t\r\n,[]";
  LineCounter lines(text);
  for (size_t begin = 0; (begin = text.find_first_not_of(kBetween, begin)) != std::string_view::npos;) {
    const uint32_t line = lines.line_of(begin);
    if (text[begin] == '{') {
      const Extent extent = follow_brackets(text, begin);
      const size_t end = extent.closed ? extent.end : next_object_line(text, begin);
      visit({trim(text.substr(begin, end - begin)), line, extent.depth, extent.keys, extent.values});
      begin = end;
    } else {
      const size_t end = std::min(text.find_first_of("{\n", begin), text.size());
      visit({trim(text.substr(begin, end - begin)), line, 0, 0, 0});
      begin = end;
    }
  }
}

}  // namespace

bool looks_like_json(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return false;
  const size_t second = text.find_first_not_of(kBlank, first + 1);
  const char next = second == std::string_view::npos ? '\0' : text[second];
  if (text[first] == '{') return next == '"' || next == '\'' || next == '}';
  return text[first] == '[' && next == '{';
}

void for_each_json_span(std::string_view text, const Visit& visit) {
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return;
  const bool is_lines = text[first] == '{' && !goes_on_below(text, first);
  is_lines ? visit_lines(text, visit) : visit_objects(text, visit);
}

}  // namespace broadsheet
