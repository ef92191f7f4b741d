// distinct_names.h: appends names to a list, each once.
#pragma once

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace broadsheet {

// A view of the list, which nothing else may change meanwhile. Cost per name: O(log names), however many
// there are.
class DistinctNames {
 public:
  explicit DistinctNames(std::vector<std::string_view>& names) : names_(names) {
    if (names_.size() > kFew) seen_.insert(names_.begin(), names_.end());
  }

  bool has(std::string_view name) const {
    return names_.size() > kFew ? seen_.contains(name)
                                : std::find(names_.begin(), names_.end(), name) != names_.end();
  }
  // Requires: !has(name).
  void add(std::string_view name) {
    names_.push_back(name);
    if (names_.size() == kFew + 1) {
      seen_.insert(names_.begin(), names_.end());
    } else if (names_.size() > kFew) {
      seen_.insert(name);
    }
  }

 private:
  static constexpr size_t kFew = 16;

  std::vector<std::string_view>& names_;
  std::set<std::string_view> seen_;  // the names of a long list
};

}  // namespace broadsheet
