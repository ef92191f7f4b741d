#include "core/digest/html_reader.h"

#include <memory>
#include <string>
#include <utility>

#include "core/digest/html_lines.h"
#include "core/digest/markdown_reader.h"

namespace broadsheet {

void read_html_digest(Digest& digest, DiagnosticList& diagnostics) {
  HtmlLines page = html_as_lines(digest.source);
  auto text = std::make_shared<const std::string>(std::move(page.text));
  digest.source = *text;
  digest.owner = std::move(text);
  DiagnosticList found;
  read_markdown_digest(digest, found);
  const auto line_of = [&](uint32_t line) {
    return line == 0 || line > page.lines.size() ? line : page.lines[line - 1];
  };
  for (Paper& paper : digest.papers) paper.line = line_of(paper.line);
  for (const Diagnostic& each : found.release()) diagnostics.add(each.code, line_of(each.line), each.message);
}

}  // namespace broadsheet
