#include "core/export/valid_url.h"

namespace broadsheet {

void append_percent_code(char c, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

void append_valid_url(std::string_view url, std::string& out) {
  constexpr std::string_view kForbidden = "{}\\^`\"<>|";
  for (const char c : url) {
    const bool is_ascii = c > ' ' && c < 0x7F;
    if (is_ascii && kForbidden.find(c) == std::string_view::npos) {
      out += c;
    } else {
      append_percent_code(c, out);
    }
  }
}

}  // namespace broadsheet
