// author_names.h: finds authors by what a person types of their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/facet_columns.h"

namespace broadsheet {

// Folds each name as it is shown, without TeX, once, when it is first needed. Call forget() after authors
// were renumbered.
class AuthorNames {
 public:
  static constexpr size_t kMostWords = 8;

  // One bit per author: whether for every typed word a word of the name begins like it, in any order. A word
  // begins after anything that is no letter or digit, and at every ideograph. At most kMostWords words count;
  // without any, nobody is found. Requires: valid UTF-8. Cost: O(words * text of all names).
  std::vector<bool> find(const FacetValues& authors, std::string_view typed);
  void forget() {
    folded_.clear();
    ends_.clear();
  }

 private:
  void fold_new(const FacetValues& authors);

  std::string folded_;          // all names, each with a line end after it
  std::vector<uint32_t> ends_;  // where each ends, with its line end
};

}  // namespace broadsheet
