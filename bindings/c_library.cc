// Two functions that the linker puts in place of the C library's (--wrap in cmake/wasm_module.cmake). Its own
// compute in 128 bits and serve every format: a fiftieth of what a page has to load, for the few numbers in
// JSON that are not whole, and for `\u001f`.
#include <emscripten/val.h>

#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>

#include "core/text/ascii.h"

namespace {

// The number, if it is a whole one of 53 bits times or by a power of ten that a double holds too: rounded
// once, it is the nearest.
std::optional<double> short_number(const char* text) {
  constexpr int kExactPowers = 22;
  constexpr uint64_t kMost = (uint64_t{1} << 53) / 10 - 1;
  const bool is_negative = *text == '-';
  if (is_negative) ++text;
  uint64_t digits = 0;
  int exponent = 0;
  for (bool is_fraction = false; broadsheet::is_ascii_digit(*text) || (*text == '.' && !is_fraction);
       ++text) {
    if (*text == '.') {
      is_fraction = true;
      continue;
    }
    if (digits > kMost) return std::nullopt;
    digits = digits * 10 + static_cast<uint64_t>(*text - '0');
    exponent -= is_fraction ? 1 : 0;
  }
  if (*text != '\0' || exponent < -kExactPowers) return std::nullopt;
  double power = 1;
  for (; exponent < 0; ++exponent) power *= 10;
  const double value = static_cast<double>(digits) / power;
  return is_negative ? -value : value;
}

}  // namespace

extern "C" {

// Emscripten's, for formats without floating point; no header declares it.
int vsniprintf(char* out, size_t size, const char* format, va_list arguments);

// Requires: `text` is a decimal number and nothing else, as the JSON parser has found it. JavaScript rounds
// as the C library does, to the nearest.
double __wrap_strtod(const char* text, char** end) {
  if (end != nullptr) *end = const_cast<char*>(text) + std::strlen(text);
  if (const std::optional<double> number = short_number(text)) return *number;
  return emscripten::val::global("Number")(std::string(text)).as<double>();
}

// Requires: no floating point in `format`.
int __wrap_snprintf(char* out, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vsniprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}
}
