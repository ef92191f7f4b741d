#include "core/digest/digest_reader.h"

#include <algorithm>

#include "core/digest/digest_name.h"
#include "core/digest/json_reader.h"
#include "core/digest/json_spans.h"
#include "core/digest/markdown_reader.h"
#include "core/digest/text_slices.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

bool looks_binary(std::string_view bytes) {
  constexpr size_t kSample = 4096;
  constexpr size_t kStray = 8;  // real digests hold a NUL or two, where an escape ate a letter
  const std::string_view head = bytes.substr(0, kSample);
  const auto nul_count = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return nul_count > kStray && nul_count * 50 > head.size();
}

}  // namespace

Result<Digest> read_digest(std::string_view file_name, std::string bytes) {
  if (bytes.size() > kMaxDigestBytes) {
    return Error{"too_large", "the file has " + std::to_string(bytes.size() >> 20) + " MB, at most " +
                                  std::to_string(kMaxDigestBytes >> 20) + " MB are read"};
  }
  if (looks_binary(bytes)) return Error{"not_text", "expected a text file in UTF-8"};
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  const size_t size = bytes.size();
  const Utf8Repair repair = repair_utf8(bytes);
  if (repair.replaced > 16 && repair.replaced > size / 20)
    return Error{"not_text", "expected a text file in UTF-8"};

  Digest digest;
  digest.file_name = base_name_of(file_name);
  digest.name = digest_name_of(file_name);
  digest.date = date_of(digest.name);
  auto text = std::make_shared<const std::string>(std::move(bytes));
  digest.source = *text;
  digest.owner = std::move(text);
  if (repair.replaced > 0) {
    digest.diagnostics.push_back(
        {DiagnosticCode::kInvalidUtf8, LineCounter(digest.source).line_of(repair.first_offset),
         std::to_string(repair.replaced) + " ill-formed byte sequences were replaced by U+FFFD; " +
             "the first is in this line"});
  }
  if (looks_like_json(digest.source)) {
    read_json_digest(digest);
  } else {
    read_markdown_digest(digest);
  }
  std::stable_sort(digest.diagnostics.begin(), digest.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return digest;
}

}  // namespace broadsheet
