#include "core/digest/text_file.h"

#include <algorithm>

#include "core/digest/text_slices.h"
#include "core/text/single_byte.h"
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

Error doubtful_encoding(const Encoding& encoding, uint32_t line) {
  return {ErrorCode::kDoubtfulEncoding, "line " + std::to_string(line) + " is not UTF-8; it may be " +
                                            joined(encoding.candidates) + ": save the file as UTF-8"};
}

}  // namespace

Result<TextFile> read_text_file(std::string bytes, const Decoder& decode, Doubtful doubtful) {
  if (bytes.size() > kMaxTextFileBytes) {
    return Error{ErrorCode::kTooLarge, "the file has " + std::to_string(bytes.size() >> 20) +
                                           " MB, at most " + std::to_string(kMaxTextFileBytes >> 20) +
                                           " MB are read"};
  }
  Encoding encoding = convert_to_utf8(bytes, decode);
  if (looks_binary(bytes)) return Error{ErrorCode::kNotText, "expected a text file"};
  if (!encoding.is_utf8 && doubtful == Doubtful::kWestern) {
    bytes = decode_windows_1252(bytes);
    encoding.is_utf8 = true;
    encoding.converted_from = "windows-1252";
  }
  const size_t size = bytes.size();
  const Utf8Repair repair = encoding.is_utf8 ? Utf8Repair{} : repair_utf8(bytes);
  const auto line_of_first = [&] { return LineCounter(bytes).line_of(repair.first_offset); };
  if (repair.replaced > kFewReplaced) {
    if (!encoding.candidates.empty() && repair.replaced > size / 200)
      return doubtful_encoding(encoding, line_of_first());
    if (repair.replaced > size / 20) return Error{ErrorCode::kNotText, "expected a text file in UTF-8"};
  }

  TextFile file;
  if (repair.replaced > 0) {
    std::string message = std::to_string(repair.replaced) +
                          " ill-formed byte sequences were replaced by U+FFFD; the first is in this line";
    if (!encoding.candidates.empty()) message += ". The file may be " + joined(encoding.candidates);
    file.diagnostics.push_back({DiagnosticCode::kInvalidUtf8, line_of_first(), std::move(message)});
  }
  if (!encoding.converted_from.empty())
    file.diagnostics.push_back(
        {DiagnosticCode::kOtherEncoding, 0, "read as " + std::string(encoding.converted_from)});
  file.text = std::move(bytes);
  return file;
}

}  // namespace broadsheet
