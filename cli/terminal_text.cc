#include "cli/terminal_text.h"

#include <wchar.h>

#include <clocale>
#include <cstdint>
#include <cstdio>

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// The Unicode property Bidi_Control.
bool reorders_text(uint32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_control(uint32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

}  // namespace

std::string for_terminal(std::string_view line) {
  std::string text(line);
  repair_utf8(text);
  std::string safe;
  size_t copied = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (is_control(c.value) || reorders_text(c.value)) {
      char escape[sizeof "\\u0000"];
      std::snprintf(escape, sizeof escape, "\\u%04x", c.value & 0xFFFF);
      safe.append(text, copied, i - copied).append(escape);
      copied = i + c.length;
    }
    i += c.length;
  }
  return copied == 0 ? text : safe.append(text, copied);
}

std::string as_one_line(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\v\f\r";
  std::string line;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

size_t width_of(std::string_view line) {
  // The C library knows widths by the locale's encoding; ours is always UTF-8.
  static const char* const locale = std::setlocale(LC_CTYPE, "C.UTF-8");
  size_t width = 0;
  for (size_t i = 0; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    const int columns = locale ? ::wcwidth(static_cast<wchar_t>(c.value)) : 1;
    width += columns < 0 ? 1 : static_cast<size_t>(columns);
    i += c.length;
  }
  return width;
}

}  // namespace broadsheet
