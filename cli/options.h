// options.h: parses the arguments. The only code that knows the options of the commands.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cli/diagnostics.h"
#include "cli/exit_code.h"
#include "core/export/export.h"

namespace broadsheet {

struct ParseOptions {
  bool repaired = false;
  bool dialect = false;
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  std::vector<std::string> files;  // one at least
};

struct SearchOptions {
  bool json = false;
  bool explain = false;
  bool also = false;
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  uint32_t limit = 20;
  std::string query;               // UTF-8
  std::vector<std::string> files;  // one at least
};

struct RankOptions {
  std::string starred;  // a file of arXiv ids or links, one a line
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  uint32_t limit = 20;
  std::vector<std::string> files;  // one at least
};

struct TrendsOptions {
  uint32_t days = 14;  // of each of the two windows
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  uint32_t limit = 20;
  std::vector<std::string> files;  // one at least
};

struct ExportCommandOptions {
  const ExportFormat* format = nullptr;  // not nullptr
  bool abstracts = false;
  bool ascii = false;
  uint32_t authors = 0;  // 0: all
  std::string keys{kDefaultKeys};
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  std::string query;               // UTF-8
  std::vector<std::string> files;  // one at least
};

struct KnownOptions {
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  std::string collection;          // a file
  std::vector<std::string> files;  // one at least
};

// A command with its options; or the exit code if the answer (help, the version or an error) is already
// printed.
using Task = std::variant<ExitCode, ParseOptions, SearchOptions, ExportCommandOptions, KnownOptions,
                          RankOptions, TrendsOptions>;

// Requires: the arguments without the program's name.
Task read_arguments(std::vector<std::string> arguments);

}  // namespace broadsheet
