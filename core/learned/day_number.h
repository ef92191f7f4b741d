// day_number.h: dates as numbers, to count the days between them.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// Days since 1970-01-01 of a date such as `2026-01-14`; nothing for any other text. Cost: O(1).
std::optional<int> day_number(std::string_view date);

}  // namespace broadsheet
