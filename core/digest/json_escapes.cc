#include "core/digest/json_escapes.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace broadsheet {
namespace {

constexpr size_t kEscape = std::string_view("\\uXXXX").size();

// The UTF-16 unit that the escape at `at` names; 0 if there is no escape.
uint16_t unit_at(std::string_view json, size_t at) {
  const std::string_view escape = json.substr(std::min(at, json.size()), kEscape);
  uint16_t unit = 0;
  if (escape.size() < kEscape || !escape.starts_with("\\u")) return 0;
  const char* end = escape.data() + kEscape;
  return std::from_chars(escape.data() + 2, end, unit, 16).ptr == end ? unit : 0;
}

bool is_high(uint16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(uint16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

MendedEscapes mend_lone_surrogates(std::string_view json) {
  MendedEscapes mended;
  for (size_t at = 0; (at = json.find('\\', at)) != std::string_view::npos;) {
    const uint16_t unit = unit_at(json, at);
    if (is_high(unit) && is_low(unit_at(json, at + kEscape))) {
      at += 2 * kEscape;
    } else if (is_high(unit) || is_low(unit)) {
      if (mended.count++ == 0) mended.text = json;
      mended.text.replace(at, kEscape, "\\ufffd");
      at += kEscape;
    } else {
      at += 2;
    }
  }
  return mended;
}

}  // namespace broadsheet
