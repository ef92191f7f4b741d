// lower_case.h: names that are the same in either case: those of BibTeX, and DOIs.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// With small ASCII letters. Cost: O(text).
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return result;
}

}  // namespace broadsheet
