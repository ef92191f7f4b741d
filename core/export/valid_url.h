// valid_url.h: addresses as formats take them.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Appends `%3C` for `<`.
void append_percent_code(char c, std::string& out);

// Appends the address with percent codes for what may stand in no URL (RFC 3986), so that it is valid, and
// may stand in TeX's \url. Cost: O(url).
void append_valid_url(std::string_view url, std::string& out);

}  // namespace broadsheet
