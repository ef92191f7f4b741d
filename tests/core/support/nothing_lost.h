// nothing_lost.h: the promise that every non-blank line of a digest is part of a paper, structure that its
// dialect names, or reported.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/digest/dialect.h"
#include "core/digest/entry.h"
#include "core/digest/front_matter.h"
#include "core/digest/infer_dialect.h"
#include "core/digest/marked_line.h"
#include "core/digest/paper.h"
#include "core/digest/text_slices.h"

namespace broadsheet::testing {

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

inline Dialect dialect_of(const Digest& digest, TextArena& arena) {
  if (digest.dialect == "unknown")
    return infer_dialect(digest.source, front_matter_end(digest.source), arena).dialect;
  for (const Dialect& dialect : dialects()) {
    if (dialect.name == digest.dialect) return dialect;
  }
  return dialects().front();
}

// In an inferred structure: tags alone, and the lines that make a table of its rows.
inline bool is_markup(std::string_view line, std::string_view next) {
  const auto is_delimiter = [](std::string_view text) {
    return text.find('|') != std::string_view::npos &&
           text.find_first_not_of("|-: \t\r") == std::string_view::npos;
  };
  return is_line_of_marks(line, true) || without_tags(line).empty() || is_delimiter(line) ||
         (line.find('|') != std::string_view::npos && is_delimiter(next));
}

inline bool names(const Dialect& dialect, std::string_view line) {
  if (line.starts_with("<details") || line == "</details>" || line.starts_with("<summary>")) return true;
  const bool is_underline = line.find_first_not_of('-') == std::string_view::npos ||
                            line.find_first_not_of('=') == std::string_view::npos;
  if (dialect.is_inferred && is_underline) return true;
  LineMatch ignored;
  const auto any = [&](const std::vector<LinePattern>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const LinePattern& pattern) {
      return !pattern.matches_anything() && pattern.match(line, ignored);
    });
  };
  return any(dialect.papers) || any(dialect.sections) || any(dialect.contents) || any(dialect.structure) ||
         any(dialect.groups) || any(dialect.header.lines) || any(dialect.details.lines) ||
         any(dialect.tail.lines);
}

// Whether the line names a category: a repeated heading.
inline bool names_category(const Digest& digest, std::string_view line) {
  line = trim(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  return std::any_of(digest.categories.begin(), digest.categories.end(),
                     [&](const Category& category) { return category.name == line; });
}

class Coverage {
 public:
  explicit Coverage(const Digest& digest) : source_(digest.source) {
    for (const Category& category : digest.categories) add(category.name);
    for (const Paper& paper : digest.papers) {
      add(paper.title);
      add(paper.url);
      for (const auto author : paper.authors) add(author);
      for (const auto category : paper.categories) add(category);
      for (const auto& text : paper.texts) add(text.value_or(std::string_view()));
      for (const ExtraField& extra : paper.extra) add(extra.name), add(extra.text);
    }
    std::sort(ranges_.begin(), ranges_.end());
    for (const Diagnostic& diagnostic : digest.diagnostics) reported_.insert(diagnostic.line);
  }

  bool holds(std::string_view line) {
    const auto begin = static_cast<size_t>(line.data() - source_.data());
    const size_t end = begin + line.size();
    for (; at_ < ranges_.size() && ranges_[at_].first < end; ++at_)
      covered_to_ = std::max(covered_to_, ranges_[at_].second);
    return covered_to_ > begin;
  }
  bool reports(uint32_t line) const { return reported_.contains(line); }

 private:
  void add(std::string_view text) {
    if (text.empty() || text.data() < source_.data() || text.data() >= source_.data() + source_.size())
      return;
    const auto begin = static_cast<size_t>(text.data() - source_.data());
    ranges_.emplace_back(begin, begin + text.size());
  }

  std::string_view source_;
  std::vector<std::pair<size_t, size_t>> ranges_;
  std::set<uint32_t> reported_;
  size_t at_ = 0;
  size_t covered_to_ = 0;
};

// The first line that is none of these; empty if there is none. Not for JSON.
inline std::string first_lost_line(const Digest& digest) {
  if (digest.papers.empty()) return digest.diagnostics.empty() ? "a file without papers or a reason" : "";
  TextArena arena;
  const Dialect dialect = dialect_of(digest, arena);
  Coverage coverage(digest);
  uint32_t number = 0;
  const char* head = digest.source.data() + front_matter_end(digest.source);
  const std::vector<std::string_view> lines = lines_of(digest.source);
  for (const std::string_view line : lines) {
    const std::string_view trimmed = trim(line);
    const bool held = coverage.holds(line);
    ++number;
    if (line.data() < head) continue;
    if (trimmed.empty() || held || coverage.reports(number) || names(dialect, trimmed) ||
        names_category(digest, trimmed))
      continue;
    if (dialect.is_inferred && is_markup(trimmed, number < lines.size() ? lines[number] : std::string_view()))
      continue;
    return std::string(digest.dialect) + " line " + std::to_string(number) + ": " + std::string(line);
  }
  return "";
}

}  // namespace broadsheet::testing
