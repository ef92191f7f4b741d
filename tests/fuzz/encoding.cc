// Encodings: what is reported as UTF-8 is UTF-8, uncertain text is left alone, and names are always UTF-8.
#include "core/text/encoding.h"

#include "cli/iconv_decoder.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  std::string text = input;
  const Encoding encoding = convert_to_utf8(text, decode_with_iconv);
  fuzz::check(encoding.is_utf8 == is_utf8(text), "it is known whether the text is UTF-8");
  fuzz::check(encoding.candidates.empty() || encoding.converted_from.empty(),
              "certain or doubtful, not both");
  if (encoding.converted_from.empty())
    fuzz::check(input.ends_with(text) && input.size() - text.size() <= 3, "only a mark is dropped");

  std::vector<std::string> names(1);
  for (const char c : input) c == '\n' ? names.emplace_back() : names.back() += c;
  for (const std::string& name : decode_names(names, decode_with_iconv))
    fuzz::check(is_utf8(name), "names are valid UTF-8", name);
  return 0;
}
