// digest_name.h: what a file's name says of the digest in it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The name without folders: `data/2026-01-14.md` → `2026-01-14.md`.
std::string_view base_name_of(std::string_view file_name);

// The name without folders and ending: `data/2026-01-14.md` → `2026-01-14`.
std::string_view digest_name_of(std::string_view file_name);

// The day in a digest's name as `2026-01-14`; empty if there is none. Understands `2026-01-14…`,
// `2025-07-10_database`, `20260114` and `26-May-2025`. The first that is a day of the calendar counts.
std::string date_of(std::string_view digest_name);

}  // namespace broadsheet
