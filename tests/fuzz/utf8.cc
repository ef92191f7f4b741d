// UTF-8 repair, compared with a decoder that follows the Encoding Standard byte by byte.
#include "core/text/utf8.h"

#include "tests/fuzz/check.h"

using namespace broadsheet;

namespace {

// https://encoding.spec.whatwg.org/#utf-8-decoder
std::string decode_as_browsers_do(std::string_view bytes) {
  std::string out;
  uint32_t code_point = 0;
  int needed = 0;
  int seen = 0;
  unsigned lower = 0x80;
  unsigned upper = 0xBF;
  const auto begin_anew = [&] {
    needed = seen = 0;
    lower = 0x80;
    upper = 0xBF;
  };
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (needed == 0) {
      if (byte < 0x80) {
        append_utf8(byte, out);
      } else if (byte >= 0xC2 && byte <= 0xDF) {
        needed = 1;
        code_point = byte & 0x1Fu;
      } else if (byte >= 0xE0 && byte <= 0xEF) {
        if (byte == 0xE0) lower = 0xA0;
        if (byte == 0xED) upper = 0x9F;
        needed = 2;
        code_point = byte & 0xFu;
      } else if (byte >= 0xF0 && byte <= 0xF4) {
        if (byte == 0xF0) lower = 0x90;
        if (byte == 0xF4) upper = 0x8F;
        needed = 3;
        code_point = byte & 0x7u;
      } else {
        append_utf8(0xFFFD, out);
      }
      continue;
    }
    if (byte < lower || byte > upper) {
      begin_anew();
      append_utf8(0xFFFD, out);
      --i;
      continue;
    }
    lower = 0x80;
    upper = 0xBF;
    code_point = code_point << 6 | (byte & 0x3Fu);
    if (++seen < needed) continue;
    append_utf8(code_point, out);
    begin_anew();
  }
  if (needed > 0) append_utf8(0xFFFD, out);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  std::string repaired = input;
  const Utf8Repair repair = repair_utf8(repaired);
  fuzz::check(repaired == decode_as_browsers_do(input), "repair says what browsers say");
  fuzz::check((repair.replaced == 0) == (repaired == input), "valid text is left alone");
  std::string again = repaired;
  fuzz::check(repair_utf8(again).replaced == 0 && again == repaired, "repaired text is valid");
  Utf16Cursor cursor(repaired);
  const uint32_t units = cursor.offset_of(repaired.size());
  fuzz::check(byte_offset_of_utf16(repaired, units) == repaired.size(), "offsets lead back");
  return 0;
}
