#include "core/text/one_edit.h"

#include <algorithm>

namespace broadsheet {

bool can_have_typo(std::string_view word) {
  return word.size() >= kMinTypoBytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_one_slip(std::string_view word, std::string_view other) {
  if (!is_one_edit_apart(word, other)) return false;
  if (other.size() < word.size()) return true;
  const auto [in_word, in_other] = std::mismatch(word.begin(), word.end(), other.begin());
  if (kTypedLetters.find(*in_other) != std::string_view::npos) return true;
  // Two neighbours that were swapped put nothing in.
  return other.size() == word.size() && word.substr(static_cast<size_t>(in_word - word.begin()) + 1) !=
                                            other.substr(static_cast<size_t>(in_other - other.begin()) + 1);
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
