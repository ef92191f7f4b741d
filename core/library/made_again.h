// made_again.h: whether two digests are two makings of one: the file of the same day, written again with
// other texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace broadsheet {

// What the names of two makings have in common: the day, the rest of the name, and the kind of file.
// `2026-01-14.md`, `20260114.markdown` and `2026-01-14 (1).md` share one stem; `2026-01-14.jsonl` and
// `2026-01-14_zh.md` have others. Cost: O(1): names are cut at 255 bytes.
std::string stem_of(std::string_view file_name);

struct Making {
  bool is_same = false;          // both have half of the shorter one's papers, in the same language
  uint32_t shared = 0;           // papers of the older one that the newer one has, too
  std::vector<uint32_t> left{};  // indices of the others in the older one
};

// Compares the papers of two digests of one stem by their works, or by title if they have neither id nor
// link. Cost: O(papers of both).
Making compare_makings(const Library& library, const Volume& newer, const Volume& older);

}  // namespace broadsheet
