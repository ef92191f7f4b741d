// work_sets.h: what `is:` and `tag:` find: sets of works that the page keeps, under names such as "is:read"
// or "tag:to read".
//
// A set names its works as Works does (Library::work_name), so it outlives the digests: a work that no digest
// names any more, or none yet, waits for the next one that does.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/library/works.h"

namespace broadsheet {

// One set, by the works of a library.
class WorkSet {
 public:
  bool contains(WorkId work) const { return (work < bits_.size() && bits_[work]) != is_complement_; }

 private:
  friend class WorkSets;
  std::vector<bool> bits_;  // works behind the end are no members
  bool is_complement_ = false;
};

class WorkSets {
 public:
  // A name that the library does not have, or a work.
  static constexpr WorkId kUnknown = 0xFFFFFFFF;

  // Makes the set of that (folded) name an empty one; gives whether it is new. Cost: O(works).
  bool define(const std::string& name);
  // A set that always holds what `base` does not.
  void define_complement(const std::string& name, const std::string& base);
  // Changes one member, where there is such a set; `id`: of that work, or kUnknown. Cost: O(1), amortized.
  void put(const std::string& name, const std::string& work, WorkId id, bool member);
  // A work of that name came into the library, or has another number now. Cost: O(sets).
  void meet(const std::string& work, WorkId id);
  // Every work has lost its number: meet() tells the new ones.
  void forget_numbers();

  bool empty() const { return sets_.empty(); }
  // Requires: a set of that name.
  const WorkSet& at(const std::string& name) const { return sets_.at(name).members; }

 private:
  struct Named {
    std::unordered_set<std::string> works;
    WorkSet members;
    std::string complement;  // the name of its complement, or empty
  };
  static void set_bit(std::vector<bool>& bits, WorkId id, bool value);
  void put_bit(Named& set, WorkId id, bool member);

  std::unordered_map<std::string, Named> sets_;
};

}  // namespace broadsheet
