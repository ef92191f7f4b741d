#include "core/text/utf8.h"

#include <cassert>
#include <cstring>

namespace broadsheet {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Sequence {
  uint32_t length;  // of the whole sequence, or of the maximal ill-formed subpart
  bool valid;
};

// Table 3-7 of the Unicode Standard: which second bytes are allowed after which first byte.
Sequence scan_sequence(const unsigned char* bytes, size_t available) {
  const unsigned char lead = bytes[0];
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  const uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (uint32_t i = 1; i < length; ++i) {
    if (i >= available || bytes[i] < low || bytes[i] > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

size_t ascii_run(const unsigned char* bytes, size_t available) {
  size_t n = 0;
  for (; n + 8 <= available; n += 8) {
    uint64_t word;
    std::memcpy(&word, bytes + n, 8);
    if (word & 0x8080808080808080ULL) break;
  }
  while (n < available && bytes[n] < 0x80) ++n;
  return n;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x80) {
      i += ascii_run(bytes + i, text.size() - i);
      continue;
    }
    // Most ideographs, three bytes at once: E1 to EC, then two continuation bytes.
    uint32_t word = 0;
    while (i + 4 <= text.size()) {
      std::memcpy(&word, bytes + i, 4);
      const uint32_t lead = word & 0xFF;
      if ((word & 0x00C0C000) != 0x00808000 || lead < 0xE1 || lead > 0xEC) break;
      i += 3;
    }
    if (i == text.size()) break;
    const Sequence sequence = scan_sequence(bytes + i, text.size() - i);
    if (!sequence.valid) return false;
    i += sequence.length;
  }
  return true;
}

Utf8Repair repair_utf8(std::string& text) {
  if (is_utf8(text)) return {};
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const size_t size = text.size();
  Utf8Repair repair;
  std::string mended;
  size_t copied = 0;
  for (size_t i = 0; i < size;) {
    if (bytes[i] < 0x80) {
      i += ascii_run(bytes + i, size - i);
      continue;
    }
    const Sequence sequence = scan_sequence(bytes + i, size - i);
    if (!sequence.valid) {
      if (repair.replaced++ == 0) repair.first_offset = i;
      mended.append(text, copied, i - copied).append(kReplacement);
      copied = i + sequence.length;
    }
    i += sequence.length;
  }
  mended.append(text, copied, size - copied);
  text = std::move(mended);
  return repair;
}

void append_utf8(uint32_t code_point, std::string& out) {
  const auto put = [&](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

uint32_t Utf16Cursor::offset_of(size_t byte_offset) {
  assert(byte_offset >= byte_offset_ && byte_offset <= text_.size());
  for (; byte_offset_ < byte_offset; ++byte_offset_) {
    const char byte = text_[byte_offset_];
    if (is_continuation_byte(byte)) continue;
    utf16_offset_ += static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
  }
  return utf16_offset_;
}

size_t byte_offset_of_utf16(std::string_view text, uint32_t utf16_offset) {
  size_t offset = 0;
  for (uint32_t units = 0; offset < text.size() && units < utf16_offset;) {
    const CodePoint code_point = decode_utf8(text, offset);
    units += code_point.length == 4 ? 2 : 1;
    offset += code_point.length;
  }
  return offset;
}

}  // namespace broadsheet
