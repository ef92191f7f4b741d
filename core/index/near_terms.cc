#include "core/index/near_terms.h"

#include <algorithm>
#include <tuple>

#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

// So many texts are compared sooner than looked up.
constexpr uint32_t kFew = 200;

}  // namespace

std::vector<uint32_t> near_terms(const SortedTexts& texts, std::string_view word) {
  std::vector<uint32_t> near;
  // A slip at letter i leaves the letters before it: its texts are among those that begin with them.
  uint32_t first = 0;
  uint32_t last = texts.size();
  for (size_t i = 0; i <= word.size() && last - first > kFew; ++i) {
    for_each_one_edit_at(word, i, [&](std::string_view other) {
      const uint32_t id = texts.lower_bound(other);
      if (id < last && texts[id] == other) near.push_back(id);
    });
    if (i == word.size()) break;
    std::tie(first, last) = texts.with_prefix(word.substr(0, i + 1));
  }
  for (uint32_t id = first; last - first <= kFew && id < last; ++id) {
    if (is_one_slip(word, texts[id])) near.push_back(id);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

}  // namespace broadsheet
