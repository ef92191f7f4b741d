#include "core/digest/written_date.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

#include "core/text/ascii.h"

namespace broadsheet {
namespace {

// Signs that follow the numbers of Chinese, Japanese and Korean dates.
constexpr char kYear = '\1';
constexpr char kMonth = '\2';
constexpr char kDay = '\3';

struct Sign {
  std::string_view written;
  char plain;
};
constexpr std::array<Sign, 7> kSigns = {
    {{"年", kYear}, {"月", kMonth}, {"日", kDay}, {"号", kDay}, {"년", kYear}, {"월", kMonth}, {"일", kDay}}};

bool is_separator(char c) { return c == '-' || c == '_' || c == '.' || c == '/'; }
bool is_separator_of_words(char c) { return is_separator(c) || c == ' '; }

char at_or_none(std::string_view text, size_t at) { return at < text.size() ? text[at] : '\0'; }

struct Number {
  uint32_t value;
  size_t digits;
};

// The whole number at this place, if it has `least` to `most` digits.
std::optional<Number> number_at(std::string_view text, size_t at, size_t least, size_t most) {
  Number number{0, 0};
  while (number.digits <= most && is_ascii_digit(at_or_none(text, at + number.digits)))
    number.value = number.value * 10 + static_cast<uint32_t>(text[at + number.digits++] - '0');
  if (number.digits < least || number.digits > most) return std::nullopt;
  return number;
}

bool is_day(uint32_t year, uint32_t month, uint32_t day) {
  constexpr std::array<uint32_t, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= kDays[month] + (month == 2 && leap ? 1 : 0);
}

WrittenDate found(uint32_t year, uint32_t month, uint32_t day, size_t end) {
  if (!is_day(year, month, day)) return {};
  std::array<char, 16> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04u-%02u-%02u", year, month, day);
  return {{buffer.data(), static_cast<size_t>(length)}, end};
}

// Whether a date's two separators agree: the same one twice, or a folder's end in place of one.
bool belong_together(char first, char second) {
  if (first == kYear) return second == kMonth;
  return is_separator(first) && is_separator(second) && (first == second || first == '/' || second == '/');
}

// 2026-01-14, 2026.1.14, 2026/1/14, 2026年1月14日
WrittenDate year_first(std::string_view text, size_t at) {
  const auto year = number_at(text, at, 4, 4);
  if (!year) return {};
  const size_t month_at = at + 5;
  const auto month = number_at(text, month_at, 1, 2);
  if (!month) return {};
  const size_t day_at = month_at + month->digits + 1;
  const auto day = number_at(text, day_at, 1, 2);
  if (!day || !belong_together(text[at + 4], text[day_at - 1])) return {};
  const size_t end = day_at + day->digits;
  return found(year->value, month->value, day->value, end + (at_or_none(text, end) == kDay ? 1 : 0));
}

// 20260114
WrittenDate without_separators(std::string_view text, size_t at) {
  const auto number = number_at(text, at, 8, 8);
  if (!number) return {};
  return found(number->value / 10000, number->value / 100 % 100, number->value % 100, at + 8);
}

// 2026_0114, 2026-0114
WrittenDate month_and_day_together(std::string_view text, size_t at) {
  const auto year = number_at(text, at, 4, 4);
  if (!year || !is_separator(at_or_none(text, at + 4))) return {};
  const auto day = number_at(text, at + 5, 4, 4);
  if (!day) return {};
  return found(year->value, day->value / 100, day->value % 100, at + 9);
}

// 14.01.2026, 14-01-2026, 01/14/2026. With dots the day comes first, as in German; other signs allow either
// order.
WrittenDate year_last(std::string_view text, size_t at) {
  const auto first = number_at(text, at, 1, 2);
  if (!first) return {};
  const size_t second_at = at + first->digits + 1;
  const auto second = number_at(text, second_at, 1, 2);
  if (!second) return {};
  const size_t year_at = second_at + second->digits + 1;
  const auto year = number_at(text, year_at, 4, 4);
  const char separator = text[second_at - 1];
  if (!year || !is_separator(separator) || text[year_at - 1] != separator) return {};
  const size_t end = year_at + 4;
  const WrittenDate day_first = found(year->value, second->value, first->value, end);
  const WrittenDate month_first = found(year->value, first->value, second->value, end);
  if (day_first.end == 0) return month_first;
  const bool is_clear = separator == '.' || month_first.end == 0 || month_first.date == day_first.date;
  return is_clear ? day_first : WrittenDate{};
}

// The month with these first letters; 0 if there is none.
uint32_t month_of(std::string_view name) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (name.size() < 3) return 0;
  std::string lower;
  for (const char c : name.substr(0, 3)) lower.push_back(static_cast<char>(c | 0x20));
  const size_t at = kMonths.find(lower);
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<uint32_t>(at / 3 + 1);
}

// 26-May-2025, 3_december_2025
WrittenDate named_month(std::string_view text, size_t at) {
  constexpr size_t kLongestName = 9;
  const auto day = number_at(text, at, 1, 2);
  if (!day) return {};
  const size_t name_at = at + day->digits + 1;
  if (!is_separator_of_words(at_or_none(text, name_at - 1))) return {};
  size_t name_end = name_at;
  while (name_end < std::min(text.size(), name_at + kLongestName) && !is_separator_of_words(text[name_end]))
    ++name_end;
  const auto year = number_at(text, name_end + 1, 4, 4);
  if (!year || text[name_end] != text[name_at - 1]) return {};
  return found(year->value, month_of(text.substr(name_at, name_end - name_at)), day->value, name_end + 5);
}

}  // namespace

std::string plain_date_signs(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xEF\xBC") && rest.size() > 2 && rest[2] >= '\x90' && rest[2] <= '\x99') {
      plain.push_back(static_cast<char>(rest[2] - '\x90' + '0'));
      i += 3;
      continue;
    }
    const Sign* sign = nullptr;
    for (const Sign& each : kSigns)
      if (rest.starts_with(each.written)) sign = &each;
    plain.push_back(sign != nullptr ? sign->plain : rest[0] == '\\' ? '/' : rest[0]);
    i += sign != nullptr ? sign->written.size() : 1;
    if (sign == nullptr || sign->plain == kDay) continue;
    while (i < text.size() && is_separator_of_words(text[i])) ++i;
  }
  return plain;
}

WrittenDate month_first_at(std::string_view text, size_t at) {
  const auto is_letter = [&](size_t i) {
    const char c = static_cast<char>(at_or_none(text, i) | 0x20);
    return c >= 'a' && c <= 'z';
  };
  if (!is_letter(at) || (at > 0 && is_letter(at - 1))) return {};
  const uint32_t month = month_of(text.substr(at));
  if (month == 0) return {};
  size_t end = at;
  while (end < at + 10 && is_letter(end)) ++end;
  if (at_or_none(text, end) == '.') ++end;
  if (at_or_none(text, end) != ' ') return {};
  const auto day = number_at(text, end + 1, 1, 2);
  if (!day) return {};
  end += 1 + day->digits;
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (text.substr(end).starts_with(suffix)) end += suffix.size();
  }
  if (at_or_none(text, end) == ',') ++end;
  if (at_or_none(text, end) != ' ') return {};
  const auto year = number_at(text, end + 1, 4, 4);
  return year ? found(year->value, month, day->value, end + 5) : WrittenDate{};
}

WrittenDate written_date_at(std::string_view text, size_t at) {
  if (!is_ascii_digit(at_or_none(text, at)) || (at > 0 && is_ascii_digit(text[at - 1]))) return {};
  for (const auto reading : {year_first, without_separators, month_and_day_together, year_last, named_month})
    if (WrittenDate date = reading(text, at); date.end > 0) return date;
  return {};
}

}  // namespace broadsheet
