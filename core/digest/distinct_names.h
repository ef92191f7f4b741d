// distinct_names.h: appends names to a list, each once.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace broadsheet {

// A view of the list, which nobody else changes meanwhile. Cost of a name: O(1), whatever a file names.
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
  std::unordered_set<std::string_view> seen_;  // those of a long list
};

}  // namespace broadsheet
