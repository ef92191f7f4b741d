// broadsheet: reads, searches and exports digests on the command line, with the same core as the page.
#include <string>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

namespace {

using namespace broadsheet;

ExitCode run(ExitCode answered) { return answered; }
ExitCode run(const ParseOptions& options) { return run_parse(options); }
ExitCode run(const SearchOptions& options) { return run_search(options); }
ExitCode run(const ExportCommandOptions& options) { return run_export(options); }
ExitCode run(const KnownOptions& options) { return run_known(options); }
ExitCode run(const RankOptions& options) { return run_rank(options); }
ExitCode run(const TrendsOptions& options) { return run_trends(options); }

}  // namespace

int main(int argc, char** argv) {
  const Task task = read_arguments(std::vector<std::string>(argv + 1, argv + argc));
  const ExitCode exit_code = std::visit([](const auto& options) { return run(options); }, task);
  close_output();
  return exit_code;
}
