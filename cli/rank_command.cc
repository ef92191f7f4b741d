#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/library_input.h"
#include "cli/output.h"
#include "cli/terminal_text.h"
#include "core/learned/interest.h"
#include "core/learned/learned.h"

namespace broadsheet {
namespace {

constexpr size_t kReasonWords = 4;

std::string reason_text(const Library& library, const InterestReason& reason) {
  if (reason.kind != InterestReason::Kind::kLike) return as_one_line(reason.text);
  return "like \"" + as_one_line(library.text(library.works().first(reason.work)).title) + '"';
}

void print_work(const Library& library, const Interest& interest, uint32_t rank, WorkId work) {
  const Paper& paper = library.text(library.works().first(work));
  print_line(format("%3u. ", rank + 1) + as_one_line(paper.title));
  std::string reasons;
  for (const InterestReason& reason : interest.reasons(work, kReasonWords))
    reasons += (reasons.empty() ? "" : ", ") + reason_text(library, reason);
  const std::string_view id = paper.arxiv_id.id;
  print_line("     " + std::string(id.empty() ? "-" : id) +
             format("  score %.3f", static_cast<double>(interest.scores()[work])));
  if (!reasons.empty()) print_line("     " + reasons);
}

}  // namespace

ExitCode run_rank(const RankOptions& options) {
  std::ifstream in(options.starred);
  if (!in) {
    complain(options.starred + ": cannot be read");
    return kFailed;
  }
  Library library;
  const bool all_read = add_files(options.files, options.diagnostics, library);
  library.commit();
  Told told;
  for (std::string line; std::getline(in, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.empty()) continue;
    if (const PaperOrdinal paper = library.best_of(line); paper < library.paper_count())
      told.starred.push_back(library.works().work_of(paper));
    else
      complain(as_one_line(line) + ": no such paper in these files");
  }
  std::vector<WorkId> starred = told.starred;
  std::sort(starred.begin(), starred.end());
  Learned learned(library);
  const ForwardIndex& index = learned.index();
  const Interest interest(library, index, learned.vectors(), std::move(told));
  if (!interest.knows_enough()) {
    complain(format("too little is known: %zu starred papers are needed", kFewestStars));
    return all_read ? kNothingFound : kFailed;
  }
  std::vector<WorkId> works;
  for (ForwardIndex::Row row = 0; row < index.row_count(); ++row) {
    if (!std::binary_search(starred.begin(), starred.end(), index.work_of(row)))
      works.push_back(index.work_of(row));
  }
  // Equal scores in the order of rows: the newest first.
  std::stable_sort(works.begin(), works.end(),
                   [&](WorkId a, WorkId b) { return interest.scores()[a] > interest.scores()[b]; });
  for (uint32_t rank = 0; rank < std::min<size_t>(options.limit, works.size()); ++rank)
    print_work(library, interest, rank, works[rank]);
  if (!all_read) return kFailed;
  return works.empty() ? kNothingFound : kDone;
}

}  // namespace broadsheet
