#include "core/digest/duplicates.h"

#include <string>
#include <unordered_map>

namespace broadsheet {

void report_duplicates(Digest& digest, bool numbers_are_unique) {
  std::unordered_map<std::string_view, uint32_t> line_of_id;
  std::unordered_map<uint32_t, uint32_t> line_of_number;
  const auto report = [&](DiagnosticCode code, const Paper& paper, const std::string& what, uint32_t line) {
    digest.diagnostics.push_back(
        {code, paper.line, what + " stands at line " + std::to_string(line) + " too"});
  };
  for (const Paper& paper : digest.papers) {
    const auto [number, number_is_new] = line_of_number.try_emplace(paper.number, paper.line);
    if (numbers_are_unique && !number_is_new)
      report(DiagnosticCode::kDuplicateNumber, paper, "number " + std::to_string(paper.number),
             number->second);
    if (paper.arxiv_id.empty()) continue;
    const auto [id, id_is_new] = line_of_id.try_emplace(paper.arxiv_id.id, paper.line);
    if (!id_is_new) report(DiagnosticCode::kDuplicateId, paper, std::string(paper.arxiv_id.id), id->second);
  }
}

}  // namespace broadsheet
