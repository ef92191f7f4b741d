// digest_name.h: what a file's name says about its digest. Each function costs O(name).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The name without folders: `data/2026-01-14.md` → `2026-01-14.md`.
std::string_view base_name_of(std::string_view file_name);

// The name without folders and extension: `data/2026-01-14.md` → `2026-01-14`.
std::string_view digest_name_of(std::string_view file_name);

// The first calendar day written in a text, as `2026-01-14`; empty if there is none. Understands
// `2026-01-14…`, `2026-1-14`, `2026.01.14`, `20260114`, `2026年1月14日`, `2026년 1월 14일`, `14.01.2026`,
// `26-May-2025`, `May 26, 2025`, and full-width digits. Dates such as `01/02/2026` and `01-02-2026` do not
// say which number is the month and are skipped, unless one is over 12. Any bytes. Cost: O(text).
std::string date_of(std::string_view text);

// The day in a file's name, else in folders named by nothing but a day: `2026/01/14.md`,
// `2026-01-14/cs.LG.md`. Any bytes. Cost: O(name).
std::string date_of_file(std::string_view file_name);

}  // namespace broadsheet
