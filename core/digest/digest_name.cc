#include "core/digest/digest_name.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace broadsheet {
namespace {

std::optional<uint32_t> number_at(std::string_view text, size_t offset, size_t digits) {
  if (offset + digits > text.size()) return std::nullopt;
  uint32_t value = 0;
  for (const char c : text.substr(offset, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<uint32_t>(c - '0');
  }
  return value;
}

bool is_digit_at(std::string_view text, size_t offset) { return number_at(text, offset, 1).has_value(); }

std::string format_date(uint32_t year, uint32_t month, uint32_t day) {
  constexpr std::array<uint32_t, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return {};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day < 1 || day > kDays[month] + (month == 2 && leap ? 1 : 0)) return {};
  std::array<char, 16> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04u-%02u-%02u", year, month, day);
  return {buffer.data(), static_cast<size_t>(length)};
}

uint32_t month_of(std::string_view name) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (name.size() < 3) return 0;
  std::string lower;
  for (const char c : name.substr(0, 3)) lower.push_back(static_cast<char>(c | 0x20));
  const size_t at = kMonths.find(lower);
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<uint32_t>(at / 3 + 1);
}

// 2026-01-14, 2026_01_14, 2026.01.14, 20260114
std::string iso_date_at(std::string_view text, size_t i) {
  const auto year = number_at(text, i, 4);
  if (!year || i + 4 >= text.size()) return {};
  const char separator = text[i + 4];
  if (separator != '-' && separator != '_' && separator != '.') {
    const auto month = number_at(text, i + 4, 2);
    const auto day = number_at(text, i + 6, 2);
    return month && day && !is_digit_at(text, i + 8) ? format_date(*year, *month, *day) : std::string();
  }
  const auto month = number_at(text, i + 5, 2);
  const auto day = number_at(text, i + 8, 2);
  if (!month || !day || text[i + 7] != separator || is_digit_at(text, i + 10)) return {};
  return format_date(*year, *month, *day);
}

// 26-May-2025, 3-May-2025
std::string named_month_date_at(std::string_view text, size_t i) {
  const size_t digits = is_digit_at(text, i + 1) ? 2 : 1;
  const auto day = number_at(text, i, digits);
  const size_t dash = i + digits;
  if (!day || dash + 4 >= text.size() || text[dash] != '-') return {};
  const size_t second_dash = text.find('-', dash + 1);
  if (second_dash == std::string_view::npos) return {};
  const uint32_t month = month_of(text.substr(dash + 1, second_dash - dash - 1));
  const auto year = number_at(text, second_dash + 1, 4);
  return month > 0 && year ? format_date(*year, month, *day) : std::string();
}

}  // namespace

std::string_view base_name_of(std::string_view file_name) {
  const size_t slash = file_name.find_last_of("/\\");
  return slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
}

std::string_view digest_name_of(std::string_view file_name) {
  const std::string_view name = base_name_of(file_name);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string date_of(std::string_view digest_name) {
  for (size_t i = 0; i < digest_name.size(); ++i) {
    if (!is_digit_at(digest_name, i) || (i > 0 && is_digit_at(digest_name, i - 1))) continue;
    if (std::string date = iso_date_at(digest_name, i); !date.empty()) return date;
    if (std::string date = named_month_date_at(digest_name, i); !date.empty()) return date;
  }
  return {};
}

}  // namespace broadsheet
