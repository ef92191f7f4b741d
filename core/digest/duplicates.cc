#include "core/digest/duplicates.h"

#include <string>
#include <vector>

#include "core/base/order.h"

namespace broadsheet {
namespace {

// For each paper, the line of the first one with the same key; 0 for that first one.
template <typename KeyOf>
std::vector<uint32_t> earlier_lines(const std::vector<Paper>& papers, const KeyOf& key_of) {
  const std::vector<uint32_t> by_key =
      order_of(papers.size(), [&](uint32_t a, uint32_t b) { return key_of(papers[a]) < key_of(papers[b]); });
  std::vector<uint32_t> lines(papers.size(), 0);
  size_t first = 0;
  for (size_t i = 1; i < by_key.size(); ++i) {
    if (key_of(papers[by_key[i]]) == key_of(papers[by_key[first]])) {
      lines[by_key[i]] = papers[by_key[first]].line;
    } else {
      first = i;
    }
  }
  return lines;
}

}  // namespace

void report_duplicates(const Digest& digest, bool numbers_are_unique, DiagnosticList& diagnostics) {
  const std::vector<Paper>& papers = digest.papers;
  const auto report = [&](DiagnosticCode code, const Paper& paper, const std::string& what, uint32_t line) {
    diagnostics.add(code, paper.line, what + " is also at line " + std::to_string(line));
  };
  const auto number_lines = earlier_lines(papers, [](const Paper& paper) { return paper.number; });
  const auto id_lines = earlier_lines(papers, [](const Paper& paper) { return paper.arxiv_id.id; });
  for (size_t i = 0; i < papers.size(); ++i) {
    const Paper& paper = papers[i];
    if (numbers_are_unique && number_lines[i] != 0)
      report(DiagnosticCode::kDuplicateNumber, paper, "number " + std::to_string(paper.number),
             number_lines[i]);
    if (!paper.arxiv_id.empty() && id_lines[i] != 0)
      report(DiagnosticCode::kDuplicateId, paper, std::string(paper.arxiv_id.id), id_lines[i]);
  }
}

}  // namespace broadsheet
