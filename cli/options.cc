#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/inputs.h"
#include "cli/output.h"
#include "core/digest/text_slices.h"
#include "core/export/html_page.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done, 1 nothing found, 2 bad usage, unreadable input, or output\n"
    "that could not be written.";

constexpr const char* kParse = "Print every paper as one JSON object on a line of its own";
constexpr const char* kSearch = "Print the papers that match, best first";

constexpr const char* kKnown = "Print which works of a bibliography the digests have";
constexpr const char* kExport = "Print papers as a file for a reference manager, a spreadsheet or notes";

constexpr const char* kRank = "Print the papers that are most like those you starred, and why";
constexpr const char* kTrends = "Print what the newest days have more and less of than those before";

constexpr const char* kAboutProgram = R"(broadsheet COMMAND --help tells what a command takes.

Examples:
  broadsheet parse 2026-01-14.md > papers.jsonl
  broadsheet search 'sparse attention -vision' 2026-01-*.md
  broadsheet search --json --limit 5 'author:"Wei Zhang" category:cs.LG' *.md
  broadsheet search --explain '大模型 压缩' 2026-01-14.md
  broadsheet rank --starred ids.txt 2026-01-*.md
  broadsheet trends --days 7 2026-01-*.md
  broadsheet export --format bibtex 'sparse attention' 2026-01-*.md > papers.bib
  broadsheet known papers.bib 2026-02-*.md
)";

constexpr const char* kAboutQueries =
    R"(A query is a list of words that must all occur; also "a phrase", -not, and
title: author: category: id: tldr: method: abstract: before a word or phrase.
)";

constexpr const char* kAboutExport =
    R"(Formats: bibtex, biblatex, ris, csl-json, csv, jsonl, markdown, notes; html, a page
in which formulas stay as TeX (as the page saves it, they are MathML); to paste:
link, reference, cite, id. docs/exports.md shows each.

With several operands the first one is a query, unless it names a file; without
a query every paper is printed. Papers come as search orders them, each once.
)";

constexpr const char* kAboutKnown =
    R"(A collection is a bibliography (.bib, .ris, CSL-JSON, a table with a header) or a
list of ids, DOIs or links. Each work is a JSON object on a line of its own; "by"
says by what it was recognised: id, doi, title, doubtful, or null.
)";

constexpr const char* kAboutKeys =
    R"(Keys are made of letters, digits, - _ . : + / and {author} {Author} {year} {yy}
{month} {word} {Word} {id} {category}; equal ones get a, b, c.
)";

constexpr const char* kAboutFiles =
    R"(A file may be a folder, whose digests are read at any depth; a .gz or .zip of
digests; or - for standard input. After -- nothing is an option, whatever it
begins with.

What the reader notices goes to standard error as FILE:LINE: code: message, or,
with --diagnostics json, as JSON objects.
)";

void set_up(CLI::App& app, const std::string& footer) {
  app.set_help_flag("-h,--help", "Print this help");
  app.get_formatter()->column_width(24);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.footer(footer + '\n' + kExitCodes);
}

// CLI11 takes an operand such as `[a,b]` for a list of two unless something follows the bracket: here, a byte
// that no argument contains.
constexpr char kNoList = '\0';

void mark_no_list(std::string& argument) {
  if (argument.starts_with('[') && argument.ends_with(']')) argument += kNoList;
}

void remove_mark(std::string& text) { std::erase(text, kNoList); }

// Adds an option with a value; the last one given counts.
template <typename Take>
CLI::Option* add_value(CLI::App& app, const char* name, const char* type, const char* help,
                       std::string (*problem_of)(const std::string&), Take&& take) {
  const auto check = [problem_of](std::string value) {
    remove_mark(value);
    return problem_of(value);
  };
  return app.add_option_function<std::string>(name, take, help)->type_name(type)->check(check)->take_last();
}

void add_files(CLI::App& app, std::vector<std::string>& files) {
  app.add_option("FILE", files, "Digests, and folders and archives of them")->type_name("")->required();
}

void add_diagnostics(CLI::App& app, DiagnosticFormat& format) {
  add_value(
      app, "--diagnostics", "FORMAT", "Print remarks on the files as text, the default, or json",
      [](const std::string& name) {
        return name == "text" || name == "json" ? "" : "expected text or json, not \"" + name + '"';
      },
      [&format](const std::string& name) {
        format = name == "json" ? DiagnosticFormat::kJson : DiagnosticFormat::kText;
      });
}

void add_number(CLI::App& app, const char* name, const char* help, uint32_t& number) {
  add_value(
      app, name, "NUMBER", help,
      [](const std::string& text) {
        constexpr uint32_t kMost = std::numeric_limits<uint32_t>::max();
        return parse_number(text)
                   ? ""
                   : "expected a number from 0 to " + std::to_string(kMost) + ", not \"" + text + '"';
      },
      [&number](const std::string& text) { number = parse_number(text).value_or(number); });
}

void add_limit(CLI::App& app, uint32_t& limit) {
  add_number(app, "--limit", "Print at most so many papers, 20 by default", limit);
}

const ExportFormat* format_named(std::string_view name) {
  return name == kHtmlPage.name ? &kHtmlPage : find_export_format(name);
}

std::string format_problem(const std::string& name) {
  if (format_named(name) != nullptr) return "";
  std::string names;
  for (const ExportFormat& format : export_formats()) (names += format.name) += ", ";
  return "expected one of " + names + std::string(kHtmlPage.name) + ", not \"" + name + '"';
}

void add_export_options(CLI::App& app, ExportCommandOptions& options) {
  add_value(app, "--format", "FORMAT", "What to print", format_problem, [&options](const std::string& name) {
    options.format = format_named(name);
  })->required();
  app.add_flag("--abstract", options.abstracts, "With abstracts, where the format has a place for them");
  add_value(
      app, "--authors", "NUMBER", "At most so many authors, then \"and others\"; 0, the default: all",
      [](const std::string& text) -> std::string {
        return parse_number(text) ? "" : "expected a number, not \"" + text + '"';
      },
      [&options](const std::string& text) { options.authors = parse_number(text).value_or(0); });
  app.add_flag("--ascii", options.ascii, "In BibTeX and BibLaTeX: letters as TeX's commands, {\\\"o}");
  add_value(
      app, "--keys", "PATTERN", "How papers are cited, {author}{year}{word} by default",
      [](const std::string& pattern) -> std::string {
        const std::string problem = problem_of_key_pattern(pattern);
        return problem.empty() ? "" : problem + ": \"" + pattern + '"';
      },
      [&options](const std::string& pattern) { options.keys = pattern; });
}

void print_text(std::string_view text) {
  text.remove_suffix(text.ends_with('\n') ? 1 : 0);
  for (;;) {
    const size_t end = text.find('\n');
    print_line(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// Unknown options and commands are reported before missing ones.
std::string message_of(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining();
  std::string message = error.what();
  if (!unknown.empty() && unknown.front() != "--") {
    const bool is_option = unknown.front().starts_with('-');
    message = (is_option ? "no such option: " : "no such command: ") + unknown.front();
  }
  remove_mark(message);
  return message;
}

ExitCode refuse(const std::string& command, const std::string& message) {
  complain(command + ": " + message);
  complain("Try " + command + " --help");
  return kFailed;
}

// Returns an exit code if there is nothing more to do: help, the version or an error has been printed.
std::optional<ExitCode> read(CLI::App& app, std::vector<std::string> arguments) {
  for (std::string& argument : arguments) mark_no_list(argument);
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 expects
  try {
    app.parse(std::move(arguments));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    print_text(app.help());
  } catch (const CLI::CallForVersion& version) {
    print_text(version.what());
  } catch (const CLI::ParseError& error) {
    return refuse(app.get_name(), message_of(app, error));
  }
  return kDone;
}

Task read_parse(std::vector<std::string> arguments) {
  ParseOptions options;
  CLI::App app(kParse, "broadsheet parse");
  set_up(app, kAboutFiles);
  app.add_flag("--repaired", options.repaired,
               "Print what the page shows: damaged TeX is mended, and\n"
               "texts that only say that there is none are absent");
  app.add_flag("--dialect", options.dialect,
               "Print how each file is written instead: its lines as\n"
               "patterns, as core/digest/dialects.cc has them");
  add_diagnostics(app, options.diagnostics);
  add_files(app, options.files);
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  for (std::string& file : options.files) remove_mark(file);
  return options;
}

Task read_search(std::vector<std::string> arguments) {
  SearchOptions options;
  CLI::App app(kSearch, "broadsheet search");
  set_up(app, std::string(kAboutQueries) + '\n' + kAboutFiles);
  CLI::Option* json =
      app.add_flag("--json", options.json, "Print one JSON object a line: id, score, title, digest");
  app.add_flag("--explain", options.explain, "Print which words, fields and weights made each score")
      ->excludes(json);
  app.add_flag("--also", options.also,
               "Then print papers of another language, found by words\n"
               "that bilingual papers have for the query's")
      ->excludes(json);
  add_limit(app, options.limit);
  add_diagnostics(app, options.diagnostics);
  app.add_option("QUERY", options.query, "What to look for; empty: every paper")->type_name("")->required();
  add_files(app, options.files);
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  remove_mark(options.query);
  repair_utf8(options.query);
  for (std::string& file : options.files) remove_mark(file);
  return options;
}

Task read_known(std::vector<std::string> arguments) {
  KnownOptions options;
  CLI::App app(kKnown, "broadsheet known");
  set_up(app, std::string(kAboutKnown) + '\n' + kAboutFiles);
  add_diagnostics(app, options.diagnostics);
  app.add_option("COLLECTION", options.collection, "A bibliography or a list")->type_name("")->required();
  add_files(app, options.files);
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  remove_mark(options.collection);
  for (std::string& file : options.files) remove_mark(file);
  return options;
}

Task read_rank(std::vector<std::string> arguments) {
  RankOptions options;
  CLI::App app(kRank, "broadsheet rank");
  set_up(app, kAboutFiles);
  app.add_option("--starred", options.starred, "A file of arXiv ids, three at least, one a line")
      ->type_name("FILE")
      ->required();
  add_limit(app, options.limit);
  add_diagnostics(app, options.diagnostics);
  add_files(app, options.files);
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  remove_mark(options.starred);
  for (std::string& file : options.files) remove_mark(file);
  return options;
}

Task read_trends(std::vector<std::string> arguments) {
  TrendsOptions options;
  CLI::App app(kTrends, "broadsheet trends");
  set_up(app, kAboutFiles);
  add_number(app, "--days", "Compare the last so many days with as many before, 14 by default", options.days);
  add_number(app, "--limit", "Print at most so many of each kind, 20 by default", options.limit);
  add_diagnostics(app, options.diagnostics);
  add_files(app, options.files);
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  for (std::string& file : options.files) remove_mark(file);
  return options;
}

Task read_export(std::vector<std::string> arguments) {
  ExportCommandOptions options;
  CLI::App app(kExport, "broadsheet export");
  set_up(app, std::string(kAboutExport) + '\n' + kAboutKeys + '\n' + kAboutQueries + '\n' + kAboutFiles);
  add_export_options(app, options);
  add_diagnostics(app, options.diagnostics);
  const CLI::Option* const first =
      app.add_option("QUERY", options.query, "What to look for; left out or empty: every paper")
          ->type_name("");
  app.add_option("FILE", options.files, "Digests, and folders and archives of them")->type_name("");
  if (const auto exit_code = read(app, std::move(arguments))) return *exit_code;
  remove_mark(options.query);
  for (std::string& file : options.files) remove_mark(file);
  const bool is_query = first->count() > 0 && !options.files.empty() && !means_file(options.query);
  if (first->count() > 0 && !is_query) {
    options.files.insert(options.files.begin(), std::move(options.query));
    options.query.clear();
  }
  if (options.files.empty()) return refuse("broadsheet export", "FILE is required");
  repair_utf8(options.query);
  return options;
}

}  // namespace

// Each command has its own parser: CLI11's subcommands hand what follows `--` back to the program's parser
// once they have the operands that they need.
Task read_arguments(std::vector<std::string> arguments) {
  if (arguments.empty()) return refuse("broadsheet", "a command is missing");
  const std::string first = arguments.front();
  if (first == "parse") return read_parse({arguments.begin() + 1, arguments.end()});
  if (first == "search") return read_search({arguments.begin() + 1, arguments.end()});
  if (first == "export") return read_export({arguments.begin() + 1, arguments.end()});
  if (first == "known") return read_known({arguments.begin() + 1, arguments.end()});
  if (first == "rank") return read_rank({arguments.begin() + 1, arguments.end()});
  if (first == "trends") return read_trends({arguments.begin() + 1, arguments.end()});
  CLI::App app("Read and search paper digests", "broadsheet");
  set_up(app, kAboutProgram);
  app.set_version_flag("--version", "broadsheet " BROADSHEET_VERSION, "Print the version");
  app.add_subcommand("parse", kParse)->group("Commands");
  app.add_subcommand("search", kSearch)->group("Commands");
  app.add_subcommand("export", kExport)->group("Commands");
  app.add_subcommand("known", kKnown)->group("Commands");
  app.add_subcommand("rank", kRank)->group("Commands");
  app.add_subcommand("trends", kTrends)->group("Commands");
  app.require_subcommand(1);
  return read(app, {first == "help" ? "--help" : first}).value_or(kFailed);
}

}  // namespace broadsheet
