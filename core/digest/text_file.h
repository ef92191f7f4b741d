// text_file.h: a file's bytes as text in UTF-8, or why they are none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/digest/diagnostic.h"
#include "core/text/encoding.h"

namespace broadsheet {

// The largest file that is read: keeps byte offsets far inside 32 bits and fits a tab's memory.
inline constexpr size_t kMaxTextFileBytes = size_t{512} << 20;

struct TextFile {
  std::string text;
  std::vector<Diagnostic> diagnostics;  // kInvalidUtf8, kOtherEncoding
};

// What to do with bytes that are not UTF-8 and may be in several encodings.
enum class Doubtful : uint8_t {
  kRefuse,   // unless they are few: those become U+FFFD
  kWestern,  // windows-1252
};

// Text that is certainly in another encoding is converted; beyond UTF-16 and windows-1252 that needs
// `decode`. Errors: "too_large"; "not_text" (a picture, an archive); "doubtful_encoding" (the message names
// the first line that is not UTF-8, and the encodings that would fit). Cost: O(bytes).
Result<TextFile> read_text_file(std::string bytes, const Decoder& decode,
                                Doubtful doubtful = Doubtful::kRefuse);

}  // namespace broadsheet
