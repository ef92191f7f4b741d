#include "cli/diagnostics.h"

#include <algorithm>
#include <string>

#include "cli/output.h"
#include "cli/terminal_text.h"
#include "core/export/json.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::string_view kQuery = "query";  // in place of a file's name
// How many bytes of a query are shown before an issue, and from its beginning on.
constexpr size_t kShownBefore = 40;
constexpr size_t kShownBehind = 80;

void print_located(std::string_view path, uint32_t line, std::string_view code, std::string_view message,
                   DiagnosticFormat format) {
  if (format == DiagnosticFormat::kJson) {
    complain(diagnostic_to_json(path, line, code, message));
  } else {
    complain(std::string(path.empty() ? "''" : path) + ':' + std::to_string(line) + ": " + std::string(code) +
             ": " + std::string(message));
  }
}

// The last code point boundary up to `offset`.
size_t code_point_at(std::string_view text, size_t offset) {
  while (offset > 0 && offset < text.size() && is_continuation_byte(text[offset])) --offset;
  return offset;
}

// Prints the query around the issue, with marks under it.
void print_place(std::string_view query, const QueryIssue& issue) {
  const size_t first = code_point_at(query, issue.begin - std::min<size_t>(issue.begin, kShownBefore));
  const size_t last = code_point_at(query, std::min(query.size(), issue.begin + kShownBehind));
  const auto shown = [&](size_t begin, size_t end) { return for_terminal(query.substr(begin, end - begin)); };
  const std::string before = (first > 0 ? "\u2026" : "") + shown(first, issue.begin);
  const std::string marked = shown(issue.begin, std::min<size_t>(issue.end, last));
  const std::string after = shown(std::min<size_t>(issue.end, last), last);
  complain("    " + before + marked + after + (last < query.size() ? "\u2026" : ""));
  const size_t width = std::max<size_t>(width_of(marked), 1);
  complain("    " + std::string(width_of(before), ' ') + '^' + std::string(width - 1, '~'));
}

}  // namespace

void print_diagnostics(std::string_view path, const Digest& digest, DiagnosticFormat format) {
  for (const Diagnostic& diagnostic : digest.diagnostics)
    print_located(path, diagnostic.line, name_of(diagnostic.code), diagnostic.message, format);
}

void print_error(std::string_view path, std::string_view code, std::string_view message,
                 DiagnosticFormat format) {
  print_located(path, 0, code, message, format);
}

void print_query_issues(std::string_view query, const std::vector<QueryIssue>& issues,
                        DiagnosticFormat format) {
  for (const QueryIssue& issue : issues) {
    if (format == DiagnosticFormat::kJson) {
      complain(query_issue_to_json(kQuery, issue));
    } else {
      print_error(kQuery, issue.code, issue.message, format);
      print_place(query, issue);
    }
  }
}

}  // namespace broadsheet
