#include "core/digest/digest_reader.h"

#include "core/digest/digest_name.h"
#include "core/digest/feed_reader.h"
#include "core/digest/html_lines.h"
#include "core/digest/html_reader.h"
#include "core/digest/json_reader.h"
#include "core/digest/json_spans.h"
#include "core/digest/markdown_reader.h"
#include "core/digest/text_file.h"

namespace broadsheet {

Result<Digest> read_digest(std::string_view file_name, std::string bytes, const Decoder& decode) {
  Result<TextFile> file = read_text_file(std::move(bytes), decode);
  if (!file.ok()) return file.error();
  Digest digest;
  digest.file_name = base_name_of(file_name);
  digest.name = digest_name_of(file_name);
  digest.date = date_of_file(file_name);
  DiagnosticList diagnostics;
  for (const Diagnostic& each : file.value().diagnostics) diagnostics.add(each.code, each.line, each.message);
  auto text = std::make_shared<const std::string>(std::move(file.value().text));
  digest.source = *text;
  digest.owner = std::move(text);
  if (looks_like_json(digest.source)) {
    read_json_digest(digest, diagnostics);
  } else if (looks_like_feed(digest.source)) {
    read_feed_digest(digest, diagnostics);
  } else if (looks_like_html(digest.source)) {
    read_html_digest(digest, diagnostics);
  } else {
    read_markdown_digest(digest, diagnostics);
  }
  digest.diagnostics = diagnostics.release();
  return digest;
}

}  // namespace broadsheet
