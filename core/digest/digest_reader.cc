#include "core/digest/digest_reader.h"

#include <algorithm>

#include "core/digest/digest_name.h"
#include "core/digest/feed_reader.h"
#include "core/digest/html_lines.h"
#include "core/digest/html_reader.h"
#include "core/digest/json_reader.h"
#include "core/digest/json_spans.h"
#include "core/digest/markdown_reader.h"
#include "core/digest/text_slices.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

bool looks_binary(std::string_view bytes) {
  constexpr size_t kSample = 4096;
  constexpr size_t kStray = 8;  // real digests have a NUL or two, where an escape ate a letter
  const std::string_view head = bytes.substr(0, kSample);
  const auto nul_count = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return nul_count > kStray && nul_count * 50 > head.size();
}

// At most this many mean a damaged file, whatever its size.
constexpr size_t kFewReplaced = 16;

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text.append(text.empty() ? "" : " or ").append(name);
  return text;
}

Error doubtful(const Encoding& encoding, uint32_t line) {
  return {ErrorCode::kDoubtfulEncoding, "line " + std::to_string(line) + " is not UTF-8; it may be " +
                                            joined(encoding.candidates) + ": save the file as UTF-8"};
}

}  // namespace

Result<Digest> read_digest(std::string_view file_name, std::string bytes, const Decoder& decode) {
  if (bytes.size() > kMaxDigestBytes) {
    return Error{ErrorCode::kTooLarge, "the file has " + std::to_string(bytes.size() >> 20) +
                                           " MB, at most " + std::to_string(kMaxDigestBytes >> 20) +
                                           " MB are read"};
  }
  const Encoding encoding = convert_to_utf8(bytes, decode);
  if (looks_binary(bytes)) return Error{ErrorCode::kNotText, "expected a text file"};
  const size_t size = bytes.size();
  const Utf8Repair repair = encoding.is_utf8 ? Utf8Repair{} : repair_utf8(bytes);
  const auto line_of_first = [&] { return LineCounter(bytes).line_of(repair.first_offset); };
  if (repair.replaced > kFewReplaced) {
    if (!encoding.candidates.empty() && repair.replaced > size / 200)
      return doubtful(encoding, line_of_first());
    if (repair.replaced > size / 20) return Error{ErrorCode::kNotText, "expected a text file in UTF-8"};
  }

  Digest digest;
  digest.file_name = base_name_of(file_name);
  digest.name = digest_name_of(file_name);
  digest.date = date_of_file(file_name);
  DiagnosticList diagnostics;
  if (repair.replaced > 0) {
    std::string message = std::to_string(repair.replaced) +
                          " ill-formed byte sequences were replaced by U+FFFD; the first is in this line";
    if (!encoding.candidates.empty()) message += ". The file may be " + joined(encoding.candidates);
    diagnostics.add(DiagnosticCode::kInvalidUtf8, line_of_first(), message);
  }
  auto text = std::make_shared<const std::string>(std::move(bytes));
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
  if (!encoding.converted_from.empty())
    diagnostics.add(DiagnosticCode::kOtherEncoding, 0, "read as " + std::string(encoding.converted_from));
  digest.diagnostics = diagnostics.release();
  return digest;
}

}  // namespace broadsheet
