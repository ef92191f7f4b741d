// diagnostics.h: prints errors and warnings to standard error, one line each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"
#include "core/query/query.h"

namespace broadsheet {

enum class DiagnosticFormat : uint8_t {
  kText,  // FILE:LINE: code: message
  kJson,  // {"file":…,"line":…,"code":…,"message":…}
};

void print_diagnostics(std::string_view path, const Digest& digest, DiagnosticFormat format);
void print_error(std::string_view path, std::string_view code, std::string_view message,
                 DiagnosticFormat format);

// As text, with the part of the query around each issue and marks under it; as JSON, with its position.
// Requires: issues of this query. Cost: O(issues).
void print_query_issues(std::string_view query, const std::vector<QueryIssue>& issues,
                        DiagnosticFormat format);

}  // namespace broadsheet
