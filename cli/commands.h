// commands.h: the commands of `broadsheet`.
#pragma once

#include "cli/options.h"

namespace broadsheet {

// Print what the options ask for, and return the exit code.
ExitCode run_parse(const ParseOptions& options);
ExitCode run_search(const SearchOptions& options);
ExitCode run_export(const ExportCommandOptions& options);
ExitCode run_known(const KnownOptions& options);
ExitCode run_rank(const RankOptions& options);
ExitCode run_trends(const TrendsOptions& options);

}  // namespace broadsheet
