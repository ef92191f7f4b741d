#include <iostream>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "core/digest/digest_reader.h"
#include "core/digest/repair.h"
#include "core/export/json.h"

namespace broadsheet {
namespace {

struct Options {
  bool repaired = false;
  DiagnosticFormat diagnostics = DiagnosticFormat::kText;
  std::vector<std::string_view> files;
};

std::optional<Options> parse_options(const std::vector<std::string_view>& arguments) {
  Options options;
  bool only_operands = false;  // behind `--`
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!only_operands && argument == "--") {
      only_operands = true;
    } else if (!only_operands && argument == "--repaired") {
      options.repaired = true;
    } else if (!only_operands && argument == "--diagnostics") {
      const auto format = parse_diagnostic_format(i + 1 < arguments.size() ? arguments[++i] : "");
      if (!format) return std::nullopt;
      options.diagnostics = *format;
    } else if (!only_operands && argument.starts_with("--")) {
      std::cerr << "broadsheet parse: no such option: " << argument << '\n';
      return std::nullopt;
    } else {
      options.files.push_back(argument);
    }
  }
  if (options.files.empty()) {
    std::cerr << "broadsheet parse: a file is missing\n";
    return std::nullopt;
  }
  return options;
}

void print_papers(const Digest& digest, bool repaired) {
  for (const Paper& paper : digest.papers) {
    if (repaired) {
      TextArena arena;
      std::cout << paper_to_json(digest, as_shown(paper, arena)) << '\n';
    } else {
      std::cout << paper_to_json(digest, paper) << '\n';
    }
  }
}

}  // namespace

int run_parse(const std::vector<std::string_view>& arguments) {
  const std::optional<Options> options = parse_options(arguments);
  if (!options) {
    std::cerr << "Try broadsheet --help\n";
    return kBadUsage;
  }
  size_t papers = 0;
  bool all_are_digests = true;
  const auto print = [&](const std::string& path, std::string bytes) {
    const Result<Digest> digest = read_digest(path, std::move(bytes));
    if (!digest.ok()) {
      print_error(path, digest.error().code, digest.error().message, options->diagnostics);
      all_are_digests = false;
      return;
    }
    print_papers(digest.value(), options->repaired);
    print_diagnostics(path, digest.value(), options->diagnostics);
    papers += digest.value().papers.size();
  };
  const bool all_read = for_each_input(options->files, options->diagnostics, print);
  if (!all_read || !all_are_digests) return kBadUsage;
  return papers > 0 ? kDone : kNothingFound;
}

}  // namespace broadsheet
