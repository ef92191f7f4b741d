#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/library_input.h"
#include "cli/output.h"
#include "cli/terminal_text.h"
#include "core/learned/learned.h"
#include "core/learned/trends.h"

namespace broadsheet {
namespace {

void print_terms(const char* heading, const std::vector<TermTrend>& terms) {
  if (terms.empty()) return;
  print_line(heading);
  for (const TermTrend& each : terms)
    print_line(format("  %-24s %5u -> %5u  G2 %.1f", as_one_line(each.text).c_str(), each.before, each.after,
                      each.surprise));
}

}  // namespace

ExitCode run_trends(const TrendsOptions& options) {
  Library library;
  const bool all_read = add_files(options.files, options.diagnostics, library);
  library.commit();
  Learned learned(library);
  const Trends trends = trends_of(library, learned.index(), options.days, options.limit);
  for (const TrendDay& day : trends.days) {
    std::string line = day.day + format("  %5u", day.works);
    for (size_t i = 0; i < trends.categories.size(); ++i) {
      if (day.of_categories[i] > 0)
        line += "  " + as_one_line(trends.categories[i]) + format(" %u", day.of_categories[i]);
    }
    print_line(line);
  }
  print_terms("Rising", trends.rising);
  print_terms("Falling", trends.falling);
  if (!trends.new_authors.empty()) print_line("New authors");
  for (const NewAuthor& each : trends.new_authors)
    print_line("  " + as_one_line(each.name) + format("  %u", each.works));
  if (!all_read) return kFailed;
  return trends.days.empty() ? kNothingFound : kDone;
}

}  // namespace broadsheet
