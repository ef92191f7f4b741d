#include "tests/bench/learned/queries.h"

#include <algorithm>
#include <set>

#include "core/text/utf8.h"

namespace broadsheet::learned {
namespace {

// The runs of ideographs, each as its characters.
std::vector<std::vector<std::string_view>> runs_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> runs(1);
  for (size_t at = 0; at < text.size();) {
    const CodePoint each = decode_utf8(text, at);
    if (each.value >= 0x4E00 && each.value < 0xA000) {
      runs.back().push_back(text.substr(at, each.length));
    } else if (!runs.back().empty()) {
      runs.emplace_back();
    }
    at += each.length;
  }
  return runs;
}

std::string joined(const std::vector<std::string_view>& characters, size_t from, size_t count) {
  std::string text;
  for (size_t i = from; i < from + count; ++i) text += characters[i];
  return text;
}

std::set<std::string> fourgrams(std::string_view text) {
  std::set<std::string> found;
  for (const auto& run : runs_of(text)) {
    for (size_t i = 0; i + 4 <= run.size(); ++i) found.insert(joined(run, i, 4));
  }
  return found;
}

}  // namespace

std::unordered_map<std::string, uint32_t> count_fourgrams(const std::vector<ArchivePaper>& papers) {
  std::unordered_map<std::string, uint32_t> counts;
  for (const ArchivePaper& paper : papers) {
    for (const std::string& each : fourgrams(paper.tldr)) ++counts[each];
  }
  return counts;
}

std::string rarest_fourgrams(std::string_view tldr, const std::unordered_map<std::string, uint32_t>& counts) {
  struct Found {
    uint32_t papers;
    size_t run;
    size_t at;
    std::string text;
  };
  std::vector<Found> found;
  const auto runs = runs_of(tldr);
  for (size_t run = 0; run < runs.size(); ++run) {
    for (size_t at = 0; at + 4 <= runs[run].size(); ++at) {
      std::string text = joined(runs[run], at, 4);
      if (const uint32_t count = counts.at(text); count >= 4)
        found.push_back({count, run, at, std::move(text)});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.papers < b.papers; });
  if (found.empty()) return "";
  const Found& first = found.front();
  for (const Found& each : found) {
    if (each.run != first.run || each.at >= first.at + 4 || first.at >= each.at + 4)
      return first.text + ' ' + each.text;
  }
  return "";
}

std::string first_clause(std::string_view tldr) {
  for (const auto& run : runs_of(tldr)) {
    if (run.size() >= 10 && run.size() <= 20) return joined(run, 0, run.size());
  }
  return "";
}

}  // namespace broadsheet::learned
