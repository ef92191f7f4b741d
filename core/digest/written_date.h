// written_date.h: dates as people write them in file names.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

struct WrittenDate {
  std::string date;  // `2026-01-14`
  size_t end = 0;    // the offset after it; 0 if there is none
};

// The text with full-width digits as ASCII, `\` as `/`, and 年月日 and 년월일 as signs for written_date_at.
// Any bytes. Cost: O(text).
std::string plain_date_signs(std::string_view text);

// The date that begins at `at`: only calendar days from 1900 to 2199. `text` comes from plain_date_signs.
// Cost: O(1).
WrittenDate written_date_at(std::string_view text, size_t at);

// The same for a date of prose that begins with its month: `May 26, 2025`. Cost: O(1).
WrittenDate month_first_at(std::string_view text, size_t at);

}  // namespace broadsheet
