#include "core/digest/dialect.h"

#include <algorithm>
#include <bitset>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

bool any_captures(const std::vector<LinePattern>& lines, auto&& wanted) {
  return std::any_of(lines.begin(), lines.end(), [&](const LinePattern& pattern) {
    return std::any_of(pattern.captures().begin(), pattern.captures().end(), wanted);
  });
}

bool any_captures(const Dialect& dialect, auto&& wanted) {
  return any_captures(dialect.papers, wanted) || any_captures(dialect.header.lines, wanted) ||
         any_captures(dialect.details.lines, wanted) || any_captures(dialect.tail.lines, wanted);
}

bool any_matches(const std::vector<LinePattern>& lines, std::string_view line) {
  LineMatch ignored;
  return std::any_of(lines.begin(), lines.end(), [&](const LinePattern& pattern) {
    // Any tool folds a text behind a summary.
    return !pattern.matches_anything() && !pattern.source().starts_with("<summary>") &&
           pattern.match(line, ignored);
  });
}

struct Evidence {
  uint32_t papers = 0;
  uint32_t lines = 0;  // lines that a paper's zones and headings explain
};

void weigh(const Dialect& dialect, std::string_view line, std::string_view rest, Evidence& evidence) {
  LineMatch ignored;
  for (const LinePattern& pattern : dialect.papers) {
    if (!pattern.match(line, ignored) || !pattern.matches_next(rest)) continue;
    ++evidence.papers;
    ++evidence.lines;
    return;
  }
  if (any_matches(dialect.header.lines, line) || any_matches(dialect.details.lines, line) ||
      any_matches(dialect.tail.lines, line))
    ++evidence.lines;
}

// The first bytes of a paper's lines in all dialects: most lines of a text then need no pattern.
std::bitset<256> first_bytes() {
  std::bitset<256> bytes;
  for (const Dialect& dialect : dialects()) {
    for (const auto* lines :
         {&dialect.papers, &dialect.header.lines, &dialect.details.lines, &dialect.tail.lines}) {
      for (const LinePattern& pattern : *lines) {
        if (!pattern.matches_anything()) bytes.set(pattern.first_byte());
      }
    }
  }
  return bytes;
}

}  // namespace

bool Dialect::has(CaptureKind kind) const {
  const auto is_it = [&](const CaptureName& capture) { return capture.kind == kind; };
  return any_captures(*this, is_it);
}

bool Dialect::has(TextField field) const {
  return any_captures(*this, [&](const CaptureName& capture) {
    return capture.kind == CaptureKind::kText && capture.field == field;
  });
}

std::string describe(const Dialect& dialect) {
  std::string text = "name: " + std::string(dialect.name) + "\n";
  const auto add = [&](std::string_view part, const std::vector<LinePattern>& lines) {
    for (const LinePattern& line : lines) {
      text += part;
      text += ": ";
      for (const char c : line.source()) text += c == '\n' ? std::string("\\n") : std::string(1, c);
      text += '\n';
    }
  };
  add("paper", dialect.papers);
  add("section", dialect.sections);
  add("contents", dialect.contents);
  add("structure", dialect.structure);
  add("header", dialect.header.lines);
  add("details", dialect.details.lines);
  add("tail", dialect.tail.lines);
  add("group", dialect.groups);
  const auto flag = [&](bool value, std::string_view words) {
    if (value) (text += words) += '\n';
  };
  flag(dialect.one_line, "a paper is one line");
  flag(dialect.numbers_restart, "numbers restart");
  flag(dialect.names_follow_title, "people without a label: the line of names under the title");
  flag(dialect.longest_text_is_abstract, "abstract without a label: the longest paragraph");
  return text;
}

Detection detect_dialect(std::string_view text) {
  // A few papers show which dialect it is.
  constexpr size_t kSampleBytes = size_t{16} << 10;
  const std::vector<Dialect>& known = dialects();
  static const std::bitset<256> begins_a_line = first_bytes();
  std::vector<Evidence> evidence(known.size());
  size_t sample_end = text.size();
  for (size_t begin = 0; begin < sample_end;) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = std::min(end + 1, text.size());
    if (line.empty() || !begins_a_line[static_cast<unsigned char>(line.front())]) continue;
    for (size_t i = 0; i < known.size(); ++i) {
      weigh(known[i], line, text.substr(begin), evidence[i]);
      if (evidence[i].papers > 0) sample_end = std::min(sample_end, begin + kSampleBytes);
    }
  }
  size_t best = 0;
  for (size_t i = 1; i < known.size(); ++i) {
    if (evidence[i].papers > 0 && (evidence[best].papers == 0 || evidence[i].lines > evidence[best].lines))
      best = i;
  }
  if (evidence[best].papers == 0) return {nullptr, 0, 0};
  return {&known[best], evidence[best].papers, evidence[best].lines};
}

}  // namespace broadsheet
