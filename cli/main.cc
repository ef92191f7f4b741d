// broadsheet: reads and searches digests from the command line, with the same core as the page.
#include <algorithm>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/commands.h"

namespace {

constexpr std::string_view kHelp =
    R"(broadsheet: read and search paper digests

Usage:
  broadsheet parse [--repaired] FILE...
      Prints every paper as one JSON object on a line of its own, its texts as
      they stand in the file.
      --repaired  prints what the page shows: damaged TeX is mended, and texts
                  that only say that there is none are absent
  broadsheet search [--json] [--explain] [--limit N] QUERY FILE...
      Prints the papers that match, best first (20 of them, or N).
      --json     one JSON object a line: id, score, title, digest
      --explain  which words, fields and weights made each score
  broadsheet --help | --version

FILE may be a folder, whose digests are read at any depth; a .gz or .zip of
digests; or - for standard input. What the reader notices goes to standard error
as FILE:LINE: code: message, or, with --diagnostics json, as JSON objects.

A query is a list of words that must all occur; also "a phrase", -not, and
title: author: category: id: tldr: method: abstract: before a word or phrase.

Examples:
  broadsheet parse 2026-01-14.md > papers.jsonl
  broadsheet search 'sparse attention -vision' 2026-01-*.md
  broadsheet search --json --limit 5 'author:"Wei Zhang" category:cs.LG' *.md
  broadsheet search --explain '大模型 压缩' 2026-01-14.md

Exit codes: 0 done, 1 nothing found, 2 bad usage or unreadable input.
)";

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  const std::string_view command = arguments.empty() ? "" : arguments.front();
  const bool asks_for_help = std::find(arguments.begin(), arguments.end(), "--help") != arguments.end();
  if (asks_for_help || command == "-h" || command == "help") {
    std::cout << kHelp;
    return broadsheet::kDone;
  }
  if (command == "--version") {
    std::cout << "broadsheet " << BROADSHEET_VERSION << '\n';
    return broadsheet::kDone;
  }
  if (command == "parse") return broadsheet::run_parse({arguments.begin() + 1, arguments.end()});
  if (command == "search") return broadsheet::run_search({arguments.begin() + 1, arguments.end()});
  std::cerr << (command.empty() ? "broadsheet: a command is missing" : "broadsheet: no such command: ")
            << command << "\nTry broadsheet --help\n";
  return broadsheet::kBadUsage;
}
