#include "core/text/one_edit.h"

#include <algorithm>

namespace broadsheet {

bool can_have_typo(std::string_view word) {
  return word.size() >= kMinTypoBytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  const auto same = static_cast<size_t>(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
  if (a.size() > b.size()) return a.substr(same + 1) == b.substr(same);
  if (same == a.size()) return false;
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

}  // namespace broadsheet
